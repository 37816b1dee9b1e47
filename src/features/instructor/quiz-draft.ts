import * as v from 'valibot'
import { describeFirstIssue } from '#domain/describe-first-issue.ts'
import {
  maxLinkItems,
  nameLimit,
  type QuizLink,
  quizLinkSchema,
  titleLimit,
} from '#domain/quiz-link/quiz-link.ts'
import { toSingleLine } from '#domain/quiz-link/single-line-text.ts'
import { roleSchema } from '#domain/role.ts'
import { normalizeText } from '#domain/typed/normalize-characters.ts'

const ids = v.array(v.string())

/** The form's contents, valid or not. Numbers are text while they are being typed. */
const draftSchema = v.object({
  title: v.string(),
  by: v.string(),
  mode: v.picklist(['draw', 'items']),
  /**
   * Ids of lessons to draw from and of picked items. The list that the current mode does not use is kept for when the
   * mode changes back.
   */
  topics: ids,
  items: ids,
  count: v.string(),
  role: v.optional(roleSchema),
  kinds: ids,
  difficulties: v.array(v.picklist([1, 2, 3])),
  seed: v.pipe(v.string(), v.regex(/^[a-z0-9]{0,16}$/)),
  shuffle: v.boolean(),
  feedback: quizLinkSchema.entries.feedback,
  passPercent: v.string(),
  asks: quizLinkSchema.entries.asks,
  asksConfidence: v.boolean(),
  tries: v.string(),
  minutes: v.string(),
  /** In the instructor's time zone, in the format of the browser's date field: `2026-11-30T23:59`. */
  due: v.string(),
  /** Whether the date field is incomplete; the browser does not reveal what was entered. */
  isDueHalf: v.boolean(),
})

export type QuizDraft = v.InferOutput<typeof draftSchema>

/** A saved draft; `changedAt` is in milliseconds since 1970. */
export type SavedDraft = { changedAt: number; draft: QuizDraft }

const savedDraftSchema = v.object({
  version: v.literal(1),
  changedAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  draft: draftSchema,
})

export function serializeDraft({ changedAt, draft }: SavedDraft): string {
  return JSON.stringify({ version: 1, changedAt, draft })
}

/** Parses a stored draft; undefined if the text is not one. */
export function parseDraft(text: string): SavedDraft | undefined {
  try {
    const parsed = v.safeParse(savedDraftSchema, JSON.parse(text))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

export type DraftChange = Partial<QuizDraft>

export function changeDraft(draft: QuizDraft, change: DraftChange): QuizDraft {
  return { ...draft, ...change }
}

export function emptyDraft(seed: string, kinds: readonly string[]): QuizDraft {
  return {
    title: '',
    by: '',
    mode: 'draw',
    topics: [],
    items: [],
    count: '10',
    role: undefined,
    kinds: [...kinds],
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
    isDueHalf: false,
  }
}

export type DraftResult = { kind: 'ok'; link: QuizLink } | { kind: 'incomplete'; missing: string[] }

/** What the course offers; picked items are asked in course order. */
type Course = { topics: readonly string[]; items: readonly string[]; kinds: readonly string[] }

export function draftToQuizLink(draft: QuizDraft, course: Course): DraftResult {
  const missing = missingFields(draft, course)
  if (missing.length > 0) return { kind: 'incomplete', missing }
  const by = toSingleLine(draft.by, nameLimit)
  const minutes = parseInteger(draft.minutes)
  const tries = parseInteger(draft.tries)
  const parsed = v.safeParse(quizLinkSchema, {
    title: toSingleLine(draft.title, titleLimit),
    ...(by && { by }),
    selection: selectionOf(draft, course),
    seed: draft.seed,
    shuffle: draft.shuffle,
    feedback: draft.feedback,
    passMark: Number(parseInteger(draft.passPercent)) / 100,
    asks: draft.asks,
    asksConfidence: draft.asksConfidence,
    ...(tries !== undefined && { tries }),
    ...(minutes !== undefined && { minutes }),
    ...(draft.due && { due: parseLocalDateTime(draft.due) }),
  })
  if (!parsed.success) return { kind: 'incomplete', missing: [describeFirstIssue(parsed.issues)] }
  return { kind: 'ok', link: parsed.output }
}

function selectionOf(draft: QuizDraft, course: Course) {
  if (draft.mode === 'items') {
    const picked = new Set(draft.items)
    return { kind: 'items', items: course.items.filter((id) => picked.has(id)) }
  }
  const { count, role, kinds, difficulties } = draft
  return {
    kind: 'draw',
    topics: draft.topics.filter((id) => course.topics.includes(id)),
    count: parseInteger(count),
    ...(role && { role }),
    // Omitted when all are selected, so that kinds added later are included.
    ...(kinds.length < course.kinds.length && { kinds: [...kinds] }),
    ...(difficulties.length < 3 && { difficulties: [...difficulties] }),
  }
}

function missingFields(draft: QuizDraft, course: Course): string[] {
  const isDraw = draft.mode === 'draw'
  const topics = draft.topics.filter((id) => course.topics.includes(id))
  const items = course.items.filter((id) => draft.items.includes(id))
  const checks: [boolean, string][] = [
    [draft.title.trim() === '', 'Give the quiz a title.'],
    [draft.title.trim().length > titleLimit, tooLong('Title', draft.title, titleLimit)],
    [draft.by.trim().length > nameLimit, tooLong('Your name', draft.by, nameLimit)],
    [isDraw && topics.length === 0, 'Choose at least one topic.'],
    [
      isDraw && !isIntegerBetween(draft.count, 1, maxLinkItems),
      `Number of items: enter a number from 1 to ${maxLinkItems}.`,
    ],
    [isDraw && draft.kinds.length === 0, 'Choose at least one kind of item.'],
    [isDraw && draft.difficulties.length === 0, 'Choose at least one difficulty.'],
    [draft.seed === '', 'Seed: enter at least one letter or digit.'],
    [!isDraw && items.length === 0, 'Pick at least one item.'],
    [!isDraw && items.length > maxLinkItems, `Pick at most ${maxLinkItems} items; you have ${items.length}.`],
    [!isIntegerBetween(draft.passPercent, 0, 100), 'Pass mark: enter a number from 0 to 100.'],
    [!isOptional(draft.minutes, 600), 'Time limit: enter 1 to 600 minutes, or leave it blank.'],
    [!isOptional(draft.tries, 20), 'Attempts: enter a number from 1 to 20, or leave it blank.'],
    [draft.isDueHalf, 'Due: only part of it is filled in. Enter the date and the time, or clear both.'],
    [
      draft.due !== '' && parseLocalDateTime(draft.due) === '',
      'Due: enter a date and a time, or leave it blank.',
    ],
  ]
  return checks.filter(([isMissing]) => isMissing).map(([, words]) => words)
}

function tooLong(name: string, text: string, limit: number): string {
  return `${name}: at most ${limit} characters; it has ${text.trim().length}.`
}

function isOptional(text: string, to: number): boolean {
  return text.trim() === '' || isIntegerBetween(text, 1, to)
}

function isIntegerBetween(text: string, from: number, to: number): boolean {
  const integer = parseInteger(text)
  return integer !== undefined && integer >= from && integer <= to
}

/** Accepts the digits of any script, such as Arabic or full-width ones, and surrounding spaces. */
function parseInteger(text: string): number | undefined {
  const digits = normalizeText(text)
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined
}

/** A local date and time in UTC; empty if it is invalid or cannot be stored in a link. */
function parseLocalDateTime(local: string): string {
  const time = new Date(local)
  const text = Number.isFinite(time.getTime()) ? time.toISOString() : ''
  // Five-digit years have a sign.
  return /^\d{4}-/.test(text) ? `${text.slice(0, 16)}Z` : ''
}
