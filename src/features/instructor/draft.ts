import * as v from 'valibot'
import { firstProblem } from '#domain/quiz-link/first-problem.ts'
import { maxLinkItems, nameLimit, type QuizLink, quizLinkSchema, titleLimit } from '#domain/quiz-link/link.ts'
import { toPlainLine } from '#domain/quiz-link/plain-line.ts'
import type { Role } from '#domain/role.ts'

/** The form as it stands: what was typed, right or not yet. Numbers are text while they are typed. */
export type Draft = {
  title: string
  by: string
  mode: 'draw' | 'items'
  /** Ids of lessons to draw from, and of picked items. The one that is not the mode's is kept aside. */
  topics: readonly string[]
  items: readonly string[]
  count: string
  role: Role | undefined
  kinds: readonly string[]
  difficulties: readonly (1 | 2 | 3)[]
  seed: string
  shuffle: boolean
  feedback: QuizLink['feedback']
  passPercent: string
  asks: QuizLink['asks']
  asksConfidence: boolean
  tries: string
  minutes: string
  /** In the instructor's own time, as the browser's date field writes it: `2026-11-30T23:59`. */
  due: string
}

export type Change = Partial<Draft>

export function changeDraft(draft: Draft, change: Change): Draft {
  return { ...draft, ...change }
}

export function firstDraft(seed: string, kinds: readonly string[]): Draft {
  return {
    title: '',
    by: '',
    mode: 'draw',
    topics: [],
    items: [],
    count: '10',
    role: undefined,
    kinds,
    difficulties: [1, 2, 3],
    seed,
    shuffle: true,
    feedback: 'end',
    passPercent: '70',
    asks: 'name',
    asksConfidence: true,
    tries: '',
    minutes: '',
    due: '',
  }
}

export type Drafted = { kind: 'ok'; link: QuizLink } | { kind: 'incomplete'; missing: string[] }

/** `courseItems` are all item ids in course order: picked ones are asked in it. */
export function linkOf(
  draft: Draft,
  course: { items: readonly string[]; kinds: readonly string[] },
): Drafted {
  const missing = missingIn(draft)
  if (missing.length > 0) return { kind: 'incomplete', missing }
  const by = toPlainLine(draft.by, nameLimit)
  const parsed = v.safeParse(quizLinkSchema, {
    title: toPlainLine(draft.title, titleLimit),
    ...(by && { by }),
    selection: selectionOf(draft, course),
    seed: draft.seed,
    shuffle: draft.shuffle,
    feedback: draft.feedback,
    passMark: Number(draft.passPercent) / 100,
    asks: draft.asks,
    asksConfidence: draft.asksConfidence,
    ...(draft.tries && { tries: Number(draft.tries) }),
    ...(draft.minutes && { minutes: Number(draft.minutes) }),
    ...(draft.due && { due: instantOf(draft.due) }),
  })
  if (!parsed.success) return { kind: 'incomplete', missing: [firstProblem(parsed.issues)] }
  return { kind: 'ok', link: parsed.output }
}

function selectionOf(draft: Draft, course: { items: readonly string[]; kinds: readonly string[] }) {
  if (draft.mode === 'items') {
    return { kind: 'items', items: course.items.filter((id) => draft.items.includes(id)) }
  }
  const { topics, count, role, kinds, difficulties } = draft
  return {
    kind: 'draw',
    topics: [...topics],
    count: Number(count),
    ...(role && { role }),
    // All of them is no wish: a link then takes kinds that are added later too.
    ...(kinds.length < course.kinds.length && { kinds: [...kinds] }),
    ...(difficulties.length < 3 && { difficulties: [...difficulties] }),
  }
}

function missingIn(draft: Draft): string[] {
  const isDraw = draft.mode === 'draw'
  const checks: [boolean, string][] = [
    [toPlainLine(draft.title, titleLimit) === '', 'Give the quiz a title.'],
    [isDraw && draft.topics.length === 0, 'Choose at least one topic.'],
    [isDraw && !isWhole(draft.count, 1, maxLinkItems), `How many items: a number from 1 to ${maxLinkItems}.`],
    [isDraw && draft.kinds.length === 0, 'Choose at least one kind of item.'],
    [isDraw && draft.difficulties.length === 0, 'Choose at least one difficulty.'],
    [!isDraw && draft.items.length === 0, 'Pick at least one item.'],
    [!isDraw && draft.items.length > maxLinkItems, `Pick at most ${maxLinkItems} items.`],
    [!isWhole(draft.passPercent, 0, 100), 'Pass mark: a number from 0 to 100.'],
    [draft.minutes !== '' && !isWhole(draft.minutes, 1, 600), 'Minutes: a number from 1 to 600, or nothing.'],
    [draft.tries !== '' && !isWhole(draft.tries, 1, 20), 'Tries: a number from 1 to 20, or nothing.'],
    [draft.due !== '' && instantOf(draft.due) === '', 'Due: a day and a time, or nothing.'],
  ]
  return checks.filter(([isMissing]) => isMissing).map(([, words]) => words)
}

function isWhole(text: string, from: number, to: number): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= from && Number(text) <= to
}

/** The moment of a local day and time; empty when there is none. */
function instantOf(local: string): string {
  const time = new Date(local)
  return Number.isFinite(time.getTime()) ? `${time.toISOString().slice(0, 16)}Z` : ''
}
