import * as v from 'valibot'
import type { Attempt } from './attempt.ts'
import { quizKeyOf } from './attempt.ts'
import { type ItemResponse, responseSchema } from './item-schema.ts'

/** What was picked, typed or put in order and is not checked or sent yet, the newest last. */
export type Drafts = readonly (readonly [key: string, response: ItemResponse])[]

/** The most that are kept; those untouched for longest go first. At their longest they take half a megabyte. */
export const maxDrafts = 100

const draftsSchema = v.pipe(
  v.array(v.strictTuple([v.pipe(v.string(), v.maxLength(400)), responseSchema])),
  v.maxLength(maxDrafts),
)

/** The start of the keys of all drafts of one quiz, and of no other at the same place. */
export function attemptDraftPrefix({ origin, startedAt }: Pick<Attempt, 'origin' | 'startedAt'>): string {
  return `${quizKeyOf(origin)}@${startedAt} `
}

/** The key of a draft in a lesson's quick check. */
export function quickCheckDraftKey(item: { id: string; rev: number }): string {
  return `check:${item.id}@${item.rev}`
}

/** The key of what a learner types about themselves before a linked quiz starts. `quizKey`: see `quizKeyOf`. */
export function learnerDraftKey(quizKey: string, field: 'name' | 'group'): string {
  return `${field}:${quizKey}`
}

/** Text that is no list of drafts holds none: a draft is no reason to bother anybody. */
export function parseDrafts(text: string): Drafts {
  try {
    const parsed = v.safeParse(draftsSchema, JSON.parse(text))
    return parsed.success ? parsed.output : []
  } catch {
    return []
  }
}

/** With what changed: a response for what was touched, nothing for what was checked or dropped. */
export function mergeDrafts(drafts: Drafts, changed: ReadonlyMap<string, ItemResponse | undefined>): Drafts {
  const unchangedDrafts = drafts.filter(([key]) => !changed.has(key))
  const changedDrafts = [...changed].flatMap(([key, response]) =>
    response !== undefined && v.is(responseSchema, response) ? [[key, response] as const] : [],
  )
  return [...unchangedDrafts, ...changedDrafts].slice(-maxDrafts)
}
