import * as v from 'valibot'
import { text } from '../../catalogue/text.ts'
import { itemOf, partId, why } from '../common.ts'
import type { ItemKindRules } from '../kind-rules.ts'
import { shuffle } from '../random.ts'
import { choiceKey, gradeChoice, ids, readChoice } from './choice.ts'

export const singleSchema = itemOf({
  kind: v.literal('single'),
  options: v.pipe(
    v.array(
      v.strictObject({
        id: partId,
        text: text(240),
        right: v.optional(v.pipe(v.literal(true), v.description('Set on the one right option only.'))),
        why,
        misconception: v.optional(
          v.pipe(text(160), v.description('The belief that leads to this wrong option.')),
        ),
      }),
    ),
    v.minLength(3),
    v.maxLength(4),
  ),
})

export type SingleItem = v.InferOutput<typeof singleSchema>

/** The id of the option picked. */
export type SingleResponse = string

export const singleRules = {
  kind: 'single',
  partialCredit: undefined,
  missing: 'Pick an option first.',
  orderTells: false,
  parts: (item) => ids(item.options),
  shuffled: (item, random) => shuffle(ids(item.options), random),
  start: () => undefined,
  readResponse: (item, value) => readChoice(item.options, value),
  isComplete: () => true,
  grade: (item, response) => gradeChoice(item.options, response),
  answerKey: (item) => choiceKey(item.options),
} satisfies ItemKindRules<SingleItem, SingleResponse>
