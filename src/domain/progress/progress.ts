import * as v from 'valibot'
import { maxTimestamp } from '../max-timestamp.ts'
import { attemptSchema, confidenceSchema, quizKeyOf } from '../quiz/attempt.ts'
import { responseSchema } from '../quiz/item-schema.ts'
import { roleSchema } from '../role.ts'

/** Raised when older documents no longer match the schema; each raise adds a migration. */
export const progressVersion = 4

/** Milliseconds since 1970. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxTimestamp))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

/** One answer to one item. Answers are only added: they are the learner's history. */
export const answerSchema = v.strictObject({
  item: id,
  /** The revision of the item that was answered; a later revision needs a new answer. */
  rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: time,
  response: responseSchema,
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  confidence: v.exactOptional(confidenceSchema),
})
export type Answer = v.InferOutput<typeof answerSchema>

/** Something turned on or off, and when. "Off" is stored too, so that it wins over another tab's older "on". */
const markSchema = v.strictObject({ on: v.boolean(), at: time })
export type Mark = v.InferOutput<typeof markSchema>

export const progressSchema = v.strictObject({
  version: v.literal(progressVersion),
  /**
   * The reset epoch: how often progress was reset, and when last. When documents of two epochs merge, only what was done
   * since the later reset stays; so a reset reaches every tab. `at` identifies the epoch and never changes; `cut` is the
   * time of the reset if `at` was ahead of the clock.
   */
  era: v.strictObject({
    number: v.pipe(v.number(), v.integer(), v.minValue(0)),
    at: time,
    cut: v.exactOptional(time),
  }),
  /** In the order of `compareAnswers`, each once. */
  answers: v.array(answerSchema),
  /** Lesson id, or `lessonId#note-slug` for an expandable note, to when it was last opened. */
  opened: v.record(id, time),
  /** Lesson id to whether it is finished, and since when. */
  read: v.record(id, markSchema),
  /** Lesson id to whether it is bookmarked. */
  bookmarks: v.record(id, markSchema),
  /** `labId.step-id` (see `stepKey`) to when its check last passed. Only a reset removes it. */
  labs: v.record(id, time),
  settings: v.strictObject({
    role: v.exactOptional(v.strictObject({ value: roleSchema, at: time })),
    theme: v.exactOptional(v.strictObject({ value: v.picklist(themes), at: time })),
    /** Whether single-key shortcuts are on: `/` and the digits in a quiz. */
    shortcuts: v.exactOptional(v.strictObject({ value: v.picklist(['on', 'off']), at: time })),
  }),
  /**
   * Quiz key (see `quizKeyOf`) to the attempt, or to null if it was discarded: a tombstone, so that another tab's older
   * attempt does not come back. At most `maxAttempts` entries.
   */
  sessions: v.pipe(
    v.record(id, v.strictObject({ value: v.nullable(attemptSchema), at: time })),
    v.check(
      (attempts) =>
        Object.entries(attempts).every(
          ([quizKey, { value }]) => !value || quizKeyOf(value.origin) === quizKey,
        ),
      'each quiz at its own place',
    ),
  ),
  /**
   * Every finished attempt of a quiz link, to be submitted later, or null if it was deleted: a tombstone, so that another
   * tab or a backup does not bring it back. At most `maxSavedResults` entries.
   */
  results: v.record(
    id,
    v.strictObject({
      value: v.nullable(
        v.strictObject({
          session: attemptSchema,
          /** The revisions of the attempt’s items when it was finished, in their order. */
          revs: v.exactOptional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1)))),
        }),
      ),
      at: time,
    }),
  ),
})

/** Everything that this browser stores about a learner, in one document. */
export type Progress = v.InferOutput<typeof progressSchema>

export const emptyProgress: Progress = {
  version: progressVersion,
  era: { number: 0, at: 0 },
  answers: [],
  opened: {},
  read: {},
  bookmarks: {},
  labs: {},
  settings: {},
  sessions: {},
  results: {},
}
