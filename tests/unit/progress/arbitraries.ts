import fc from 'fast-check'
import * as changes from '#domain/progress/changes.ts'
import { parseProgress } from '#domain/progress/parse.ts'
import { type Answer, emptyProgress, type Progress, themes } from '#domain/progress/progress.ts'
import { confidences, placeOf, type QuizOrigin, type SavedSession } from '#domain/quiz/session.ts'
import { roles } from '#domain/role.ts'

export function anAnswer(overrides: Partial<Answer> = {}): Answer {
  return { item: 'images.layering.q-size', rev: 1, at: 1000, response: 'a', score: 1, ...overrides }
}

export function aSession(overrides: Partial<SavedSession> = {}): SavedSession {
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

/** An action as the store takes it: everything but the time. */
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

/** A practice quiz and two by link: each at a place of its own. */
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
          ? changes.dropSession(progress, placeOf(origin), now)
          : changes.saveSession(progress, aSession({ origin, title }), now),
  )

const result: fc.Arbitrary<Action> = fc
  .tuple(fc.constantFrom(...origins), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map(([origin, finishedAt, isDeleted]) => (progress, now) => {
    const finished = changes.saveSession(
      progress,
      aSession({ origin, startedAt: 1, finishedAt }),
      now,
      [1, 1],
    )
    const key = `${placeOf(origin)}@1-${finishedAt}`
    return isDeleted ? changes.deleteResult(finished, key, now) : finished
  })

/** Everything a learner can do but reset, which is not meant to commute. */
export const action: fc.Arbitrary<Action> = fc.oneof(
  answer,
  session,
  result,
  lessonId.map(
    (id): Action =>
      (progress, now) =>
        changes.markRead(progress, id, now),
  ),
  lessonId.map(
    (id): Action =>
      (progress, now) =>
        changes.unmarkRead(progress, id, now),
  ),
  lessonId.map(
    (id): Action =>
      (progress, now) =>
        changes.openLesson(progress, id, now),
  ),
  lessonId.map(
    (id): Action =>
      (progress, now) =>
        changes.openNote(progress, id, 'a-note', now),
  ),
  fc.tuple(lessonId, fc.boolean()).map(
    ([id, on]): Action =>
      (progress, now) =>
        changes.setBookmark(progress, id, on, now),
  ),
  fc.tuple(fc.constantFrom('one-kernel', 'say-no'), fc.constantFrom('start', 'look')).map(
    ([lab, step]): Action =>
      (progress, now) =>
        changes.passStep(progress, lab, step, now),
  ),
  fc.constantFrom(...roles).map(
    (role): Action =>
      (progress, now) =>
        changes.setRole(progress, role, now),
  ),
  fc.constantFrom(...themes).map(
    (theme): Action =>
      (progress, now) =>
        changes.setTheme(progress, theme, now),
  ),
  fc.constantFrom('on' as const, 'off' as const).map(
    (value): Action =>
      (progress, now) =>
        changes.setShortcuts(progress, value, now),
  ),
)

const resetting: fc.Arbitrary<Action> = fc.constant(changes.reset)

/** A document after any actions at any times, clocks that go back and resets included. */
export const anyProgress: fc.Arbitrary<Progress> = fc
  .array(
    fc.tuple(fc.oneof({ weight: 12, arbitrary: action }, { weight: 1, arbitrary: resetting }), fc.nat(6)),
    {
      maxLength: 12,
    },
  )
  .map((steps) => steps.reduce((progress, [apply, now]) => apply(progress, now), emptyProgress))

/** What the door makes of a text, with a clock that is no judge of the small times of these tests. */
export function openText(text: string) {
  const opened = parseProgress(text, 0)
  if (opened.kind !== 'ok') return opened
  return { kind: opened.kind, progress: opened.progress }
}
