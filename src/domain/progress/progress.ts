import * as v from 'valibot'
import { attemptSchema, confidenceSchema, quizKeyOf } from '../quiz/attempt.ts'
import { responseSchema } from '../quiz/item-schema.ts'
import { roleSchema } from '../role.ts'

/** Raised when a stored document of before can't be read as it stands; each raise adds a migration. */
export const progressVersion = 4

/** Milliseconds since 1970, up to the last moment a `Date` can name. */
export const maxTimestamp = 8.64e15
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxTimestamp))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

/** One answer to one item. Answers are only ever added: together they are the learner's history. */
export const answerSchema = v.strictObject({
  item: id,
  /** The item's revision that was answered; a later revision asks anew. */
  rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: time,
  response: responseSchema,
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  confidence: v.exactOptional(confidenceSchema),
})
export type Answer = v.InferOutput<typeof answerSchema>

/** Something switched on or off, and when. Off is kept too, so that another tab's older "on" loses. */
const markSchema = v.strictObject({ on: v.boolean(), at: time })
export type Mark = v.InferOutput<typeof markSchema>

/**
 * The session's own schema takes any number for its times. JSON has no infinity, but `1e999` reads as one
 * and would be written back as `null`: a document that could not be opened again.
 */
export const savedAttemptSchema = v.pipe(
  attemptSchema,
  v.check(
    (session) =>
      [
        session.startedAt,
        session.finishedAt ?? 0,
        ...Object.values(session.answers).map(({ at }) => at),
      ].every(Number.isFinite),
    'finite times',
  ),
)

export const progressSchema = v.strictObject({
  version: v.literal(progressVersion),
  /**
   * How often progress was reset, and when last. Where a document of an earlier era meets one of a later, only what
   * was done since the reset stays of it: that is how a reset reaches a tab that has not heard of it. `at` names the
   * era and never changes; `cut` is the time of the reset where `at` was found to be ahead of the clock.
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
  /** `labId.step-id` (see `stepKey`) to when its check last passed. Only a reset takes that back. */
  labs: v.record(id, time),
  settings: v.strictObject({
    role: v.exactOptional(v.strictObject({ value: roleSchema, at: time })),
    theme: v.exactOptional(v.strictObject({ value: v.picklist(themes), at: time })),
    /** Whether single keys do something on the page: `/` and the digits of a quiz. */
    shortcuts: v.exactOptional(v.strictObject({ value: v.picklist(['on', 'off']), at: time })),
  }),
  /**
   * Place (see `placeOf`) to the quiz that was begun there, or to null where it was dropped: that is kept too,
   * so that another tab's older one loses. At most `maxAttempts` of them.
   */
  sessions: v.pipe(
    v.record(id, v.strictObject({ value: v.nullable(savedAttemptSchema), at: time })),
    v.check(
      (sessions) =>
        Object.entries(sessions).every(([place, { value }]) => !value || quizKeyOf(value.origin) === place),
      'each quiz at its own place',
    ),
  ),
  /**
   * Every finished try of a quiz link, to be handed in later, or null where it was deleted: that is kept too, so
   * that another tab's or a backup's loses. At most `maxResults` of them.
   */
  results: v.record(
    id,
    v.strictObject({
      value: v.nullable(
        v.strictObject({
          session: savedAttemptSchema,
          /** The revisions of the session's items when it was finished, in their order. */
          revs: v.exactOptional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1)))),
        }),
      ),
      at: time,
    }),
  ),
})

/** All that this browser remembers of a learner: one document, data only. */
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
