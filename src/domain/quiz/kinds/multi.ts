import * as v from 'valibot'
import { boundedText } from '../../catalog/text-schemas.ts'
import { type ItemKindRules, idsOf } from '../item-kind.ts'
import { explanationSchema, itemSchemaOf, misconceptionSchema, partIdSchema } from '../item-schema.ts'
import { shuffle } from '../seeded-random.ts'

export const multiSchema = itemSchemaOf({
  kind: v.literal('multi'),
  options: v.pipe(
    v.array(
      v.strictObject({
        id: partIdSchema,
        text: boundedText(240),
        right: v.pipe(v.boolean(), v.description('Whether it holds and should be ticked.')),
        why: explanationSchema,
        misconception: misconceptionSchema,
      }),
    ),
    v.minLength(3),
    v.maxLength(6),
  ),
})

export type MultiItem = v.InferOutput<typeof multiSchema>

/** The ids of the selected options. */
export type MultiResponse = string[]

export const multiRules = {
  kind: 'multi',
  partialCredit:
    'Each right tick earns an equal share; each wrong tick takes one share away, never below zero.',
  incompleteMessage: 'Select at least one option first.',
  orderIsAnswer: false,
  partIds: (item) => idsOf(item.options),
  shufflePartIds: (item, random) => shuffle(idsOf(item.options), random),
  initialResponse: () => [],
  parseResponse(item, value) {
    if (!Array.isArray(value)) return undefined
    const known = idsOf(item.options)
    return value.every((id) => known.includes(id)) ? [...new Set(value)] : undefined
  },
  // Every item has a right option, so an empty selection is not an answer yet.
  isComplete: (_, response) => response.length > 0,
  grade(item, response) {
    const parts = item.options.map(({ id, right, why }) => {
      const chosen = response.includes(id)
      return { part: id, chosen, correct: chosen === right, why }
    })
    if (parts.every((part) => part.correct)) return { score: 1, parts }
    const selected = parts.filter((part) => part.chosen)
    const correctCount = selected.filter((part) => part.correct).length
    const rightOptionCount = item.options.filter((option) => option.right).length
    const credit = correctCount - (selected.length - correctCount)
    return { score: rightOptionCount === 0 ? 0 : Math.max(0, credit / rightOptionCount), parts }
  },
  answerKey: (item) => item.options.map(({ text, right, why }) => ({ text, right, why })),
} satisfies ItemKindRules<MultiItem, MultiResponse>
