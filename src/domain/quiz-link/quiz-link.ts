import * as v from 'valibot'
import { itemIdSchema, lessonIdSchema, slugSchema } from '../ids.ts'
import { roleSchema } from '../role.ts'
import { singleLineSchema } from './single-line-text.ts'

/** Raised when older links no longer match the schema; old links stay readable forever. */
export const linkVersion = 1

/** The most items in one link. */
export const maxLinkItems = 100

/** Some mail and chat programs cut longer links. Forty picked items take about half of it. */
export const recommendedMaxLinkLength = 2000

export const titleLimit = 120
export const nameLimit = 60

// @__NO_SIDE_EFFECTS__
export function integerBetween(from: number, to: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))
}

/** The fields of a link. It is untrusted input: only known keys, short texts and small numbers. */
export const quizLinkSchema = v.strictObject({
  title: singleLineSchema(titleLimit),
  /** The instructor's name. */
  by: v.exactOptional(singleLineSchema(nameLimit)),
  selection: v.variant('kind', [
    /** These items, in this order. */
    v.strictObject({
      kind: v.literal('items'),
      items: v.pipe(
        v.array(v.pipe(itemIdSchema, v.maxLength(150))),
        v.minLength(1),
        v.maxLength(maxLinkItems),
        v.check((items) => new Set(items).size === items.length, 'each item once'),
      ),
    }),
    /** A number of items from these lessons, drawn by the seed, so that everyone gets the same. */
    v.strictObject({
      kind: v.literal('draw'),
      topics: v.pipe(v.array(v.pipe(lessonIdSchema, v.maxLength(100))), v.minLength(1), v.maxLength(200)),
      count: integerBetween(1, maxLinkItems),
      role: v.exactOptional(roleSchema),
      /** Kinds of items. A newer course may have more of them. */
      kinds: v.exactOptional(
        v.pipe(v.array(v.pipe(slugSchema, v.maxLength(30))), v.minLength(1), v.maxLength(20)),
      ),
      difficulties: v.exactOptional(v.pipe(v.array(v.picklist([1, 2, 3])), v.minLength(1), v.maxLength(3))),
    }),
  ]),
  seed: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/, 'a seed: one to sixteen small letters and digits')),
  /** Shuffle items and options for each learner. */
  shuffle: v.boolean(),
  /** When answers and explanations are shown. */
  feedback: v.picklist(['each', 'end', 'never']),
  /** The share of the score that passes, in whole hundredths. */
  passMark: v.pipe(
    v.number(),
    v.minValue(0),
    v.maxValue(1),
    v.check((mark) => Math.round(mark * 100) / 100 === mark, 'whole hundredths'),
  ),
  /** Whether learners are asked for a name and group. */
  asks: v.picklist(['nothing', 'name', 'name-and-group']),
  asksConfidence: v.boolean(),
  tries: v.exactOptional(integerBetween(1, 20)),
  minutes: v.exactOptional(integerBetween(1, 600)),
  /** The due date, inclusive to the minute: `2026-11-30T23:59Z`. */
  due: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/, 'a time such as 2026-11-30T23:59Z'),
      v.check((text) => Number.isFinite(Date.parse(text)), 'a day and time that exist'),
    ),
  ),
})

export type QuizLink = v.InferOutput<typeof quizLinkSchema>
export type ItemSelection = QuizLink['selection']
