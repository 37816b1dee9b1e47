import * as v from 'valibot'
import { assignmentId } from './assignment-id.ts'
import { responseSchema } from './item-schema.ts'

/** How sure a learner was, asked before the feedback. */
export const confidences = ['guess', 'fairly', 'sure'] as const
export const confidenceSchema = v.picklist(confidences)
export type Confidence = (typeof confidences)[number]

/** Where a quiz came from: it decides where "back" leads and what the title says. */
export const quizOriginSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('lesson'), lesson: v.string() }),
  v.strictObject({ kind: v.literal('area'), area: v.string() }),
  v.strictObject({ kind: v.literal('mixed'), topics: v.array(v.string()) }),
  v.strictObject({
    kind: v.literal('link'),
    /** The part of the address after `#`, so that the link can be opened again. */
    code: v.string(),
    /** Which try it is; 1, the first, where nothing is said. */
    attempt: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    /** What the learner said about themselves, for the result that is handed in. */
    name: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
    group: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  }),
])
export type QuizOrigin = v.InferOutput<typeof quizOriginSchema>

/**
 * Names the place where a quiz is taken, to find it there again: an area's quiz, the mixed one, each quiz link.
 * A place holds one quiz.
 */
export function quizKeyOf(origin: QuizOrigin): string {
  switch (origin.kind) {
    case 'lesson':
      return `lesson:${origin.lesson}`
    case 'area':
      return `area:${origin.area}`
    case 'mixed':
      return 'mixed'
    case 'link':
      return `link:${assignmentId(origin.code)}`
    default:
      return origin satisfies never
  }
}

/** One answer inside a session. `at` is in milliseconds since 1970. */
export const attemptAnswerSchema = v.strictObject({
  response: responseSchema,
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  confidence: v.optional(confidenceSchema),
  at: v.number(),
})
export type AttemptAnswer = v.InferOutput<typeof attemptAnswerSchema>

/**
 * A quiz under way, complete enough to go on after a reload or next week. It holds ids and choices,
 * never texts: the items are loaded again.
 */
export const attemptSchema = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(200)),
  origin: quizOriginSchema,
  /** The items in the order they are asked. */
  items: v.pipe(v.array(v.string()), v.maxLength(400)),
  /** The order of options follows from it, so that a reload shows the same. */
  seed: v.pipe(v.string(), v.maxLength(64)),
  shuffle: v.boolean(),
  /** When the reasons are shown. */
  feedback: v.picklist(['each', 'end', 'never']),
  /** By item id. Retrying an item replaces its answer here; every answer stays in `Progress.answers`. */
  answers: v.record(v.string(), attemptAnswerSchema),
  /** Index into `items` of the one on screen. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  startedAt: v.number(),
  finishedAt: v.optional(v.number()),
})
export type Attempt = v.InferOutput<typeof attemptSchema>
