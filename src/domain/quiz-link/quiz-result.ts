import * as v from 'valibot'
import { itemIdSchema } from '../ids.ts'
import { confidenceSchema } from '../quiz/attempt.ts'
import { responseSchema } from '../quiz/item-schema.ts'
import { toPercent } from '../quiz/percentage.ts'
import { integerBetween, maxLinkItems, nameLimit, titleLimit } from './quiz-link.ts'
import { singleLineSchema } from './single-line-text.ts'

export const resultVersion = 1

/** Some thirty years. A clock that was corrected during an attempt can make it seem longer. */
export const maxSeconds = 1e9

const itemResultSchema = v.strictObject({
  id: v.pipe(itemIdSchema, v.maxLength(150)),
  rev: integerBetween(1, 1000),
  /** The score in hundredths; null if the item was not answered. */
  percent: v.nullable(integerBetween(0, 100)),
  confidence: v.exactOptional(confidenceSchema),
  response: v.exactOptional(responseSchema),
})

/** What a learner submits. The total is not stored: it is the sum of the items. */
export const quizResultSchema = v.strictObject({
  /** The quiz: `assignmentId` of its link. */
  assignment: v.pipe(v.string(), v.regex(/^[\w-]{6}$/, 'six characters')),
  title: singleLineSchema(titleLimit),
  name: v.exactOptional(singleLineSchema(nameLimit)),
  group: v.exactOptional(singleLineSchema(nameLimit)),
  /** In milliseconds since 1970, by the learner's clock. */
  finishedAt: integerBetween(0, 8.64e15),
  /** From start to end, pauses included. */
  seconds: integerBetween(0, maxSeconds),
  attempt: integerBetween(1, 1000),
  /** Finished after the due date. */
  isLate: v.boolean(),
  /** The pass mark in percent. */
  passPercent: integerBetween(0, 100),
  items: v.pipe(
    v.array(itemResultSchema),
    v.minLength(1),
    v.maxLength(maxLinkItems),
    v.check((items) => new Set(items.map(({ id }) => id)).size === items.length, 'each item once'),
  ),
})

export type QuizResult = v.InferOutput<typeof quizResultSchema>
export type ItemResult = QuizResult['items'][number]

/** The total, counted in hundredths so that sums are exact. */
export function totalScore({ items, passPercent }: Pick<QuizResult, 'items' | 'passPercent'>): {
  score: number
  outOf: number
  /** Rounded down: see `toPercent`. */
  percent: number
  /** Undefined where there is no pass mark. */
  hasPassed: boolean | undefined
} {
  const hundredthsSum = items.reduce((sum, { percent }) => sum + (percent ?? 0), 0)
  const percent = toPercent(hundredthsSum, 100 * items.length)
  const hasPassed = passPercent === 0 ? undefined : percent >= passPercent
  return { score: hundredthsSum / 100, outOf: items.length, percent, hasPassed }
}
