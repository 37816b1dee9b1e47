import fc from 'fast-check'
import { confidences } from '#domain/quiz/attempt.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { nameLimit, titleLimit } from '#domain/quiz-link/quiz-link.ts'
import type { ItemResult, QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { toSingleLine } from '#domain/quiz-link/single-line-text.ts'
import { roles } from '#domain/role.ts'

export function quizLinkWith(overrides: Partial<QuizLink> = {}): QuizLink {
  return {
    title: 'Week 3: images',
    by: 'A. Rossi',
    selection: { kind: 'draw', topics: ['images.multi-stage'], count: 3 },
    seed: 'k3f9',
    shuffle: false,
    feedback: 'end',
    passMark: 0.7,
    asks: 'name',
    asksConfidence: true,
    ...overrides,
  }
}

export function resultWith(overrides: Partial<QuizResult> = {}): QuizResult {
  return {
    assignment: 'abc_-1',
    title: 'Week 3: images',
    name: 'Ada',
    finishedAt: 1_800_000_000_000,
    seconds: 300,
    attempt: 1,
    isLate: false,
    passPercent: 70,
    items: [itemResultWith()],
    ...overrides,
  }
}

export function itemResultWith(overrides: Partial<ItemResult> = {}): ItemResult {
  return { id: 'images.multi-stage.q-single', rev: 1, percent: 100, ...overrides }
}

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/)
const lessonId = fc.tuple(slug, slug).map((parts) => parts.join('.'))
const itemId = fc.tuple(slug, slug, slug).map((parts) => parts.join('.'))

/** Any line that a form accepts, including markup and non-Latin text. */
const line = (limit: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<img src=x onerror=alert(1)>', '=1+1', '日本語', 'e\u0301'),
    )
    .map((text) => toSingleLine(text, limit) || 'x')

const hundredths = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)

const selection: fc.Arbitrary<QuizLink['selection']> = fc.oneof(
  fc.record({
    kind: fc.constant('items' as const),
    items: fc.uniqueArray(itemId, { minLength: 1, maxLength: 50 }),
  }),
  fc.record(
    {
      kind: fc.constant('draw' as const),
      topics: fc.uniqueArray(lessonId, { minLength: 1, maxLength: 40 }),
      count: fc.integer({ min: 1, max: 100 }),
      role: fc.constantFrom(...roles),
      kinds: fc.uniqueArray(slug, { minLength: 1, maxLength: 6 }),
      difficulties: fc.subarray([1, 2, 3] as const, { minLength: 1 }),
    },
    { requiredKeys: ['kind', 'topics', 'count'] },
  ),
)

export const quizLinkArbitrary: fc.Arbitrary<QuizLink> = fc.record(
  {
    title: line(titleLimit),
    by: line(nameLimit),
    selection,
    seed: fc.stringMatching(/^[a-z0-9]{1,16}$/),
    shuffle: fc.boolean(),
    feedback: fc.constantFrom('each', 'end', 'never'),
    passMark: hundredths,
    asks: fc.constantFrom('nothing', 'name', 'name-and-group'),
    asksConfidence: fc.boolean(),
    tries: fc.integer({ min: 1, max: 20 }),
    minutes: fc.integer({ min: 1, max: 600 }),
    due: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => `${date.toISOString().slice(0, 16)}Z`),
  },
  {
    requiredKeys: ['title', 'selection', 'seed', 'shuffle', 'feedback', 'passMark', 'asks', 'asksConfidence'],
  },
)

const response = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.array(slug, { maxLength: 6 }),
  fc.dictionary(slug, slug, { maxKeys: 6 }),
)

const itemResult: fc.Arbitrary<ItemResult> = fc.record(
  {
    id: itemId,
    rev: fc.integer({ min: 1, max: 9 }),
    percent: fc.option(fc.integer({ min: 0, max: 100 })),
    confidence: fc.constantFrom(...confidences),
    response,
  },
  { requiredKeys: ['id', 'rev', 'percent'] },
)

export const resultArbitrary: fc.Arbitrary<QuizResult> = fc.record(
  {
    assignment: fc.stringMatching(/^[\w-]{6}$/),
    title: line(titleLimit),
    name: line(nameLimit),
    group: line(nameLimit),
    finishedAt: fc.integer({ min: 0, max: 8.64e15 }),
    seconds: fc.nat(1e6),
    attempt: fc.integer({ min: 1, max: 20 }),
    isLate: fc.boolean(),
    passPercent: fc.integer({ min: 0, max: 100 }),
    items: fc.uniqueArray(itemResult, { minLength: 1, maxLength: 20, selector: ({ id }) => id }),
  },
  {
    requiredKeys: [
      'assignment',
      'title',
      'finishedAt',
      'seconds',
      'attempt',
      'isLate',
      'passPercent',
      'items',
    ],
  },
)

/** Damage in transit: a changed, missing or inserted character, swapped characters, or a lost end. */
export const damageArbitrary: fc.Arbitrary<(code: string) => string> = fc
  .record({
    how: fc.constantFrom('change', 'drop', 'insert', 'cut', 'swap'),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    character: fc.oneof(fc.constantFrom(...'ABCxyz019-_'), fc.string({ minLength: 1, maxLength: 1 })),
  })
  .map(({ how, at, character }) => (code) => {
    const index = Math.floor(at * code.length)
    const before = code.slice(0, index)
    const here = code.slice(index, index + 1)
    const after = code.slice(index + 1)
    switch (how) {
      case 'change':
        return before + character + after
      case 'drop':
        return before + after
      case 'insert':
        return before + character + here + after
      case 'swap':
        return before + after.slice(0, 1) + here + after.slice(1)
      default:
        return before
    }
  })
