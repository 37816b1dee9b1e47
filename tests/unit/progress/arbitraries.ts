import fc from 'fast-check'
import { parseProgress } from '#domain/progress/parse.ts'
import { type Answer, emptyProgress, type Progress, themes } from '#domain/progress/progress.ts'
import * as changes from '#domain/progress/updates.ts'
import { type Attempt, confidences, type QuizOrigin, quizKeyOf } from '#domain/quiz/attempt.ts'
import { roles } from '#domain/role.ts'

export function answerArbitrary(overrides: Partial<Answer> = {}): Answer {
  return { item: 'images.layering.q-size', rev: 1, at: 1000, response: 'a', score: 1, ...overrides }
}

export function attemptArbitrary(overrides: Partial<Attempt> = {}): Attempt {
  return {
    title: 'Images',
    origin: { kind: 'area', area: 'images' },
    items: ['images.layering.q-size', 'images.layering.q-cow'],
    seed: 'seed',
    shuffle: true,
    feedback: 'each',
    answers: {},
    at: 0,
    startedAt: 1000,
    ...overrides,
  }
}

/** An action as the store applies it. The store supplies the timestamp. */
export type Action = (progress: Progress, now: number) => Progress

const lessonId = fc.constantFrom('images.layering', 'images.dockerignore', 'compose.profiles')
const response = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }),
  fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom('1', '2')),
)
const answer: fc.Arbitrary<Action> = fc
  .record(
    {
      item: fc.constantFrom('images.layering.q-size', 'compose.profiles.q-up'),
      rev: fc.integer({ min: 1, max: 2 }),
      response,
      score: fc.constantFrom(0, 0.5, 1),
      confidence: fc.constantFrom(...confidences),
    },
    { requiredKeys: ['item', 'rev', 'response', 'score'] },
  )
  .map((given) => (progress, at) => changes.applyAnswer(progress, { ...given, at }))

/** Quizzes that have different quiz keys. */
export const origins: QuizOrigin[] = [
  { kind: 'area', area: 'images' },
  { kind: 'mixed', topics: ['images.layering'] },
  { kind: 'link', code: '1AAAAAA-one', attempt: 1 },
  { kind: 'link', code: '1BBBBBB-two' },
]

const session: fc.Arbitrary<Action> = fc
  .tuple(fc.constantFrom(...origins), fc.option(fc.constantFrom('Images', 'Compose')))
  .map(
    ([origin, title]) =>
      (progress, now) =>
        title === null
          ? changes.applyDiscardedAttempt(progress, quizKeyOf(origin), now)
          : changes.applySavedAttempt(progress, attemptArbitrary({ origin, title }), now),
  )

const result: fc.Arbitrary<Action> = fc
  .tuple(fc.constantFrom(...origins), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map(([origin, finishedAt, isDeleted]) => (progress, now) => {
    const finished = changes.applySavedAttempt(
      progress,
      attemptArbitrary({ origin, startedAt: 1, finishedAt }),
      now,
      [1, 1],
    )
    const key = `${quizKeyOf(origin)}@1-${finishedAt}`
    return isDeleted ? changes.applyDeletedResult(finished, key, now) : finished
  })

/** Everything that a learner can do except a reset, which is not commutative. */
export const action: fc.Arbitrary<Action> = fc.oneof(
  answer,
  session,
  result,
  lessonId.map(
    (id): Action =>
      (progress, now) =>
        changes.applyRead(progress, id, now),
  ),
  lessonId.map(
    (id): Action =>
      (progress, now) =>
        changes.applyUnread(progress, id, now),
  ),
  lessonId.map(
    (id): Action =>
      (progress, now) =>
        changes.applyLessonOpened(progress, id, now),
  ),
  lessonId.map(
    (id): Action =>
      (progress, now) =>
        changes.applyNoteOpened(progress, id, 'a-note', now),
  ),
  fc.tuple(lessonId, fc.boolean()).map(
    ([id, on]): Action =>
      (progress, now) =>
        changes.applyBookmark(progress, id, on, now),
  ),
  fc.tuple(fc.constantFrom('one-kernel', 'say-no'), fc.constantFrom('start', 'look')).map(
    ([lab, step]): Action =>
      (progress, now) =>
        changes.applyCompletedStep(progress, lab, step, now),
  ),
  fc.constantFrom(...roles).map(
    (role): Action =>
      (progress, now) =>
        changes.applyRole(progress, role, now),
  ),
  fc.constantFrom(...themes).map(
    (theme): Action =>
      (progress, now) =>
        changes.applyTheme(progress, theme, now),
  ),
  fc.constantFrom('on' as const, 'off' as const).map(
    (value): Action =>
      (progress, now) =>
        changes.applyShortcuts(progress, value, now),
  ),
)

const resetting: fc.Arbitrary<Action> = fc.constant(changes.applyReset)

/** A document after any actions at any times. Clocks may go back, and resets may happen. */
export const progressArbitrary: fc.Arbitrary<Progress> = fc
  .array(
    fc.tuple(fc.oneof({ weight: 12, arbitrary: action }, { weight: 1, arbitrary: resetting }), fc.nat(6)),
    {
      maxLength: 12,
    },
  )
  .map((steps) => steps.reduce((progress, [apply, now]) => apply(progress, now), emptyProgress))

/** Parses a document with a clock at 0, which corrects no timestamps: these tests use small numbers. */
export function parseText(text: string) {
  const opened = parseProgress(text, 0)
  if (opened.kind !== 'ok') return opened
  return { kind: opened.kind, progress: opened.progress }
}
