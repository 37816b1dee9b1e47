import * as v from 'valibot'
import { boundedText, webAddress } from '../catalog/text-schemas.ts'
import { itemIdSchema, objectiveIdSchema, slugSchema } from '../ids.ts'
import { roleSchema } from '../role.ts'

/** An explanation, shown as feedback. It teaches something to the learner who picked this option. */
export const explanationSchema = v.pipe(
  boundedText(500),
  v.description('The reason, shown as feedback. Says why it is right or wrong, and what to look at.'),
)

/** A short name inside one item (`a`, `b`, `pid-limit`): stored answers refer to it, so it stays when texts are edited. */
export const partIdSchema = v.pipe(
  slugSchema,
  v.description('A name inside this item; stored answers refer to it.'),
)

/**
 * The misconception behind a wrong option. In the items that pages load, the build has replaced its id with its text.
 */
export const misconceptionSchema = v.optional(
  v.pipe(slugSchema, v.description('The belief that leads here: an id of content/misconceptions.yaml.')),
)

/** The fields every item has, whatever its kind. */
const commonEntries = {
  id: v.pipe(itemIdSchema, v.description('Permanent id: the lesson id, a dot and a name. Never reused.')),
  rev: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1),
    v.description('Raised when the meaning changes; old answers then no longer count.'),
  ),
  objective: v.pipe(objectiveIdSchema, v.description('The objective of the lesson that this item tests.')),
  roles: v.pipe(v.array(roleSchema), v.minLength(1), v.description('The depths it belongs to.')),
  difficulty: v.pipe(
    v.picklist([1, 2, 3]),
    v.description('1 recall with understanding, 2 apply, 3 diagnose or combine.'),
  ),
  stem: v.pipe(boundedText(600), v.description('The situation and the question. Backticks mark code.')),
  code: v.optional(
    v.strictObject({
      language: v.pipe(slugSchema, v.description('dockerfile, yaml, json, bash, text …')),
      text: v.pipe(
        v.string(),
        v.minLength(1),
        v.description('A file or a transcript the question is about.'),
      ),
    }),
  ),
  explain: v.pipe(
    boundedText(600),
    v.description('Shown after the answer, whatever it was: the one thing to remember.'),
  ),
  home: v.pipe(slugSchema, v.description('The heading in the lesson that teaches it.')),
  sources: v.pipe(
    v.array(webAddress),
    v.minLength(1),
    v.description('Where the right answer can be checked.'),
  ),
}

/**
 * The schema of one kind: the common fields and its own. A bundler can drop it if it is unused, so that a page that only
 * grades loads no schema; `tests/unit/quiz/bundle.test.ts` checks that.
 */
// @__NO_SIDE_EFFECTS__
export function itemSchemaOf<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject({ ...commonEntries, ...entries })
}

/**
 * A response as it is stored. One option or line: its id. Several or an order: their ids. Typed text: the text. Pairs: term
 * id to definition id.
 */
export const responseSchema = v.union([
  v.pipe(v.string(), v.maxLength(500)),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(40)),
  v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.maxLength(100))),
    // A list also passes as a record.
    v.check((pairs) => !Array.isArray(pairs) && Object.keys(pairs).length <= 40, 'at most 40 pairs'),
  ),
])

export type ItemResponse = v.InferOutput<typeof responseSchema>

/** The feedback for one part of an answer: an option, a line or a pair. */
export type OptionFeedback = {
  /** The part's id in the item. */
  part: string
  /** Whether the learner chose it (checked, placed or paired it). */
  chosen: boolean
  /** Whether that was correct: choosing a right part, or leaving a wrong one. */
  correct: boolean
  why: string
}

export type Grade = {
  /** 0 to 1. Exactly 1 means all right. */
  score: number
  parts: OptionFeedback[]
  /** Feedback for this particular answer, such as that of a near miss. */
  remark?: string
}

/** A source of randomness: returns a number in [0, 1). Time and randomness are arguments in `domain/`. */
export type RandomSource = () => number
