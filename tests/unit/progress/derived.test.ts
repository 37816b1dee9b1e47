import { expect, test } from 'vitest'
import { latestAnswers } from '#domain/progress/answer-list.ts'
import { assessCalibration, calibration } from '#domain/progress/calibration.ts'
import { finishedLayers } from '#domain/progress/finished-layers.ts'
import { latestActivity } from '#domain/progress/latest-activity.ts'
import { masteryByArea, masteryByLesson, masteryByObjective } from '#domain/progress/mastery.ts'
import { type Answer, emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { resumeTarget } from '#domain/progress/resume-target.ts'
import {
  applyAnswer,
  applyBookmark,
  applyLessonOpened,
  applyRead,
  applySavedAttempt,
  applyUnread,
} from '#domain/progress/updates.ts'
import { answerArbitrary, attemptArbitrary } from './arbitraries.ts'

const size = { id: 'images.layering.q-size', rev: 2, objective: 'images.layering.sizes' }
const cow = { id: 'images.layering.q-cow', rev: 1, objective: 'images.layering.copy' }
const env = { id: 'images.dockerignore.q-env', rev: 1, objective: 'images.dockerignore.context' }
const items = [size, cow, env]
const lessons = [{ id: 'images.layering' }, { id: 'images.dockerignore' }, { id: 'compose.profiles' }]
const [layering, dockerignore, profiles] = lessons

test('only the latest answer to an item’s current revision counts', () => {
  const answers = [
    answerArbitrary({ item: size.id, rev: 2, at: 1, score: 0 }),
    answerArbitrary({ item: size.id, rev: 2, at: 2, score: 1 }),
    answerArbitrary({ item: size.id, rev: 1, at: 3, score: 0 }),
    answerArbitrary({ item: 'images.gone.q', at: 4 }),
  ]
  expect([...latestAnswers(answers, new Map([[size.id, 2]]))]).toEqual([[size.id, answers[1]]])
})

test('mastery is the share of items whose latest answer is fully correct', () => {
  const answers = [
    answerArbitrary({ item: size.id, rev: 2, score: 0.75 }),
    answerArbitrary({ item: cow.id, at: 1, score: 1 }),
    answerArbitrary({ item: env.id, at: 1, score: 1 }),
    answerArbitrary({ item: env.id, at: 2, score: 0 }),
  ]
  expect([...masteryByArea(answers, items)]).toEqual([['images', { right: 1, answered: 3, total: 3 }]])
  expect(masteryByLesson(answers, items).get('images.layering')).toEqual({ right: 1, answered: 2, total: 2 })
  expect(masteryByObjective(answers, items).get(size.objective)).toEqual({ right: 0, answered: 1, total: 1 })
  expect(masteryByObjective([], items).get(size.objective)).toEqual({ right: 0, answered: 0, total: 1 })
})

const hour = 60 * 60 * 1000

test('calibration counts right answers by confidence, without retries within the hour', () => {
  const answers: Answer[] = [
    answerArbitrary({ at: 0, score: 0, confidence: 'sure' }),
    answerArbitrary({ at: hour - 1, score: 1, confidence: 'sure' }),
    answerArbitrary({ at: 3 * hour, score: 1, confidence: 'sure' }),
    answerArbitrary({ item: 'images.layering.q-cow', at: 3 * hour, score: 0.5, confidence: 'guess' }),
    answerArbitrary({ item: 'images.layering.q-no-confidence', at: 3 * hour }),
  ]
  expect(calibration(answers)).toEqual([
    { confidence: 'guess', answers: 1, right: 0 },
    { confidence: 'fairly', answers: 0, right: 0 },
    { confidence: 'sure', answers: 2, right: 1 },
  ])
})

test.each([
  ['too-few', { guess: [4, 4], sure: [1, 4] }],
  ['overconfident', { guess: [0, 0], sure: [3, 5] }],
  ['underconfident', { guess: [4, 5], sure: [5, 5] }],
  ['calibrated', { guess: [1, 5], sure: [8, 10] }],
] as const)('%s is the assessment of %j (right, answers)', (assessment, { guess, sure }) => {
  const rows = [
    { confidence: 'guess', right: guess[0], answers: guess[1] },
    { confidence: 'sure', right: sure[0], answers: sure[1] },
  ] as const
  expect(assessCalibration(rows)).toBe(assessment)
})

function finished(...ids: string[]): Progress {
  return ids.reduce((progress, id, index) => applyRead(progress, id, 10 + index), emptyProgress)
}

test('layers are the finished lessons, newest first, sized by their right answers', () => {
  const progress = applyUnread(
    applyAnswer(
      finished('images.layering', 'compose.profiles', 'images.dockerignore'),
      answerArbitrary({ item: cow.id }),
    ),
    'compose.profiles',
    99,
  )
  const layers = finishedLayers(progress, lessons, items)
  expect(
    layers.map(({ lesson, finishedAt, mastery }) => [lesson.id, finishedAt, mastery.right, mastery.total]),
  ).toEqual([
    ['images.dockerignore', 12, 0, 1],
    ['images.layering', 10, 1, 2],
  ])
})

test('a layer’s digest depends only on the layers below it', () => {
  const digests = (...ids: string[]) =>
    finishedLayers(finished(...ids), lessons, []).map(({ digest }) => digest)
  const [upper, lower] = digests('images.layering', 'compose.profiles')
  expect(digests('images.layering', 'compose.profiles', 'images.dockerignore').slice(1)).toEqual([
    upper,
    lower,
  ])
  expect(digests('compose.profiles', 'images.layering')).not.toContain(upper)
  expect(new Set(digests('images.layering', 'compose.profiles')).size).toBe(2)
  expect(upper).toMatch(/^[0-9a-f]{8}$/)
})

const done = finished(...lessons.map(({ id }) => id))
const underWay = attemptArbitrary()

test.each([
  ['nothing done: the first lesson', emptyProgress, { kind: 'start', lesson: layering }],
  ['a quiz under way: the quiz', applySavedAttempt(done, underWay, 99), { kind: 'quiz', attempt: underWay }],
  [
    'two quizzes under way: the one touched last',
    applySavedAttempt(
      applySavedAttempt(done, underWay, 99),
      attemptArbitrary({ origin: { kind: 'mixed', topics: [] } }),
      98,
    ),
    { kind: 'quiz', attempt: underWay },
  ],
  [
    'a quiz that was finished doesn’t count',
    applySavedAttempt(emptyProgress, attemptArbitrary({ finishedAt: 5 }), 99),
    { kind: 'start', lesson: layering },
  ],
  [
    'a lesson opened and not finished: that one',
    applyLessonOpened(finished('images.layering'), 'compose.profiles', 99),
    { kind: 'opened', lesson: profiles },
  ],
  [
    'opened long before the last finished: the one after that',
    applyLessonOpened(finished('images.layering'), 'compose.profiles', 1),
    { kind: 'next', lesson: dockerignore },
  ],
  [
    'the last one finished, others not: the first unfinished',
    finished('compose.profiles'),
    { kind: 'next', lesson: layering },
  ],
  [
    'a finished lesson read again: the one after the last finished',
    applyLessonOpened(finished('images.layering'), 'images.layering', 99),
    { kind: 'next', lesson: dockerignore },
  ],
  ['all finished: done', done, { kind: 'done' }],
])('where to go on: %s', (_name, progress, expected) => {
  expect(resumeTarget(progress, lessons)).toEqual(expected)
})

const primer = { ...layering, id: 'start.first-container' }
const checked = applyAnswer(emptyProgress, answerArbitrary({ item: 'start.first-container.q-parts', at: 50 }))

test.each([
  ['nothing yet: the primer', emptyProgress, { kind: 'start', lesson: primer }],
  ['its self-check begun: the first lesson', checked, { kind: 'start', lesson: layering }],
  [
    'a lesson opened: that one',
    applyLessonOpened(emptyProgress, 'compose.profiles', 99),
    { kind: 'opened', lesson: profiles },
  ],
  ['a lesson finished: the next', finished('images.layering'), { kind: 'next', lesson: dockerignore }],
])('where to go on, with a primer before the lessons: %s', (_name, progress, expected) => {
  expect(resumeTarget(progress, lessons, primer)).toEqual(expected)
})

test.each([
  ['nothing', emptyProgress, undefined],
  [
    'an answer',
    applyAnswer(finished('images.layering'), answerArbitrary({ at: 50 })),
    { kind: 'answered', id: size.id, at: 50 },
  ],
  ['a finished lesson', finished('images.layering'), { kind: 'finished', id: 'images.layering', at: 10 }],
  [
    'an opened lesson',
    applyLessonOpened(finished('images.layering'), 'compose.profiles', 60),
    { kind: 'opened', id: 'compose.profiles', at: 60 },
  ],
  [
    'a bookmark',
    applyBookmark(emptyProgress, 'compose.profiles', true, 70),
    { kind: 'bookmarked', id: 'compose.profiles', at: 70 },
  ],
  [
    'a bookmark taken back is none',
    applyBookmark(finished('images.layering'), 'compose.profiles', false, 70),
    { kind: 'finished', id: 'images.layering', at: 10 },
  ],
])('what changed last: %s', (_name, progress, expected) => {
  expect(latestActivity(progress)).toEqual(expected)
})
