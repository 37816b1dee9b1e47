import * as v from 'valibot'
import type { Attempt } from './attempt.ts'
import { quizKeyOf } from './attempt.ts'
import { type ItemResponse, responseSchema } from './item-schema.ts'

/** Responses that are not checked or submitted yet, the newest last. */
export type Drafts = readonly (readonly [key: string, response: ItemResponse])[]

/** The most drafts that are stored; the oldest are dropped first. At most they take half a megabyte. */
export const maxDrafts = 100

/** Longer than any answer: a whole email with a quiz link in it may be pasted. */
const draftSchema = v.union([v.pipe(v.string(), v.maxLength(20_000)), responseSchema])

const draftsSchema = v.pipe(
  v.array(v.strictTuple([v.pipe(v.string(), v.maxLength(400)), draftSchema])),
  v.maxLength(maxDrafts),
)

/** The key prefix of all drafts of one attempt. */
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

/** Invalid text counts as no drafts: a lost draft is not worth an error message. */
export function parseDrafts(text: string): Drafts {
  try {
    const parsed = v.safeParse(draftsSchema, JSON.parse(text))
    return parsed.success ? parsed.output : []
  } catch {
    return []
  }
}

/** Applies changes: a response for a changed draft, undefined for a removed one. */
export function mergeDrafts(drafts: Drafts, changed: ReadonlyMap<string, ItemResponse | undefined>): Drafts {
  const unchangedDrafts = drafts.filter(([key]) => !changed.has(key))
  const changedDrafts = [...changed].flatMap(([key, response]) =>
    response !== undefined && v.is(draftSchema, response) ? [[key, response] as const] : [],
  )
  return [...unchangedDrafts, ...changedDrafts].slice(-maxDrafts)
}
