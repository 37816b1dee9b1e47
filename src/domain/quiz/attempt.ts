import * as v from 'valibot'
import { maxTimestamp } from '../max-timestamp.ts'
import { assignmentId } from './assignment-id.ts'
import { responseSchema } from './item-schema.ts'

/** How sure a learner is, asked before feedback. */
export const confidences = ['guess', 'fairly', 'sure'] as const
export const confidenceSchema = v.picklist(confidences)
export type Confidence = (typeof confidences)[number]

/** Where a quiz was started. Decides where "back" leads and what the title says. */
export const quizOriginSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('lesson'), lesson: v.string() }),
  v.strictObject({ kind: v.literal('area'), area: v.string() }),
  v.strictObject({ kind: v.literal('mixed'), topics: v.array(v.string()) }),
  v.strictObject({
    kind: v.literal('link'),
    /** The part of the address after `#`, so that the link can be opened again. */
    code: v.string(),
    /** The attempt number; 1 if absent. */
    attempt: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    /** The learner's name and group, for the submitted result. */
    name: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
    group: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
  }),
])
export type QuizOrigin = v.InferOutput<typeof quizOriginSchema>

/**
 * The key under which an attempt is stored: one for each area's quiz, for the mixed quiz and for each quiz link. Each key
 * has one attempt.
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

/**
 * What no date can represent is clamped, so that the rest of the attempt is kept. `1e999` in JSON parses as infinity, which
 * would be written back as `null` and make the document unreadable.
 */
const time = v.pipe(
  v.number(),
  v.check((at) => Number.isFinite(at), 'finite times'),
  v.transform((at) => Math.min(Math.max(at, 0), maxTimestamp)),
)

/** One answer in an attempt. `at` is in milliseconds since 1970. */
export const attemptAnswerSchema = v.strictObject({
  response: responseSchema,
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  confidence: v.optional(confidenceSchema),
  at: time,
})
export type AttemptAnswer = v.InferOutput<typeof attemptAnswerSchema>

/**
 * An attempt that can be resumed after a reload or next week. It has ids and choices but no texts: the items are loaded
 * again.
 */
export const attemptSchema = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(200)),
  origin: quizOriginSchema,
  /** The items in the order they are asked. */
  items: v.pipe(v.array(v.string()), v.maxLength(400)),
  /** Determines the order of options, so that a reload shows the same. */
  seed: v.pipe(v.string(), v.maxLength(64)),
  shuffle: v.boolean(),
  /** When explanations are shown. */
  feedback: v.picklist(['each', 'end', 'never']),
  /** By item id. Retrying an item replaces its answer here; every answer stays in `Progress.answers`. */
  answers: v.record(v.string(), attemptAnswerSchema),
  /** Index into `items` of the one on screen. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  startedAt: time,
  finishedAt: v.optional(time),
})
export type Attempt = v.InferOutput<typeof attemptSchema>

/** Whether both are versions of one attempt, in two tabs or on two devices. */
export function isSameAttempt(a: Attempt, b: Attempt): boolean {
  return quizKeyOf(a.origin) === quizKeyOf(b.origin) && a.seed === b.seed && a.startedAt === b.startedAt
}
