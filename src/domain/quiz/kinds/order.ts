import * as v from 'valibot'
import { boundedText } from '../../catalog/text-schemas.ts'
import { type ItemKindRules, idsOf } from '../item-kind.ts'
import { explanationSchema, itemSchemaOf, partIdSchema } from '../item-schema.ts'
import { shuffle } from '../seeded-random.ts'
import { longestCommonSubsequence } from './longest-common-subsequence.ts'

const line = v.strictObject({ id: partIdSchema, text: boundedText(200), why: explanationSchema })

export const orderSchema = itemSchemaOf({
  kind: v.literal('order'),
  lines: v.pipe(
    v.array(line),
    v.minLength(3),
    v.maxLength(7),
    v.description('In the right order; `why` says why it stands there.'),
  ),
  distractors: v.optional(
    v.pipe(v.array(line), v.maxLength(3), v.description('Lines that do not belong; `why` says why not.')),
  ),
})

export type OrderItem = v.InferOutput<typeof orderSchema>

/** The ids of the lines used, in the learner's order. */
export type OrderResponse = string[]

type Line = OrderItem['lines'][number]

export const orderRules = {
  kind: 'order',
  partialCredit:
    'The longest run of lines in the right sequence counts, gaps allowed; each line that does not belong takes one share away.',
  incompleteMessage: 'Keep at least one line.',
  orderIsAnswer: true,
  partIds: (item) => idsOf(allLines(item)),
  shufflePartIds(item, random) {
    const shown = shuffle(idsOf(allLines(item)), random)
    const [first, ...rest] = shown
    // The shuffle may produce the answer itself, which would leave nothing to do.
    return first !== undefined && isRight(item, shown) ? [...rest, first] : shown
  },
  initialResponse: (_, order) => order,
  parseResponse(item, value) {
    if (!Array.isArray(value) || new Set(value).size !== value.length) return undefined
    const known = idsOf(allLines(item))
    return value.every((id) => known.includes(id)) ? value : undefined
  },
  isComplete: (_, response) => response.length > 0,
  grade(item, response) {
    const linesInSequence = longestCommonSubsequence(sequenceLines(item, response), item.lines, haveSameText)
    const distractors = item.distractors ?? []
    const usedDistractorCount = distractors.filter((line) => response.includes(line.id)).length
    const parts = [
      ...item.lines.map(({ id, why }) => ({
        part: id,
        chosen: response.includes(id),
        correct: linesInSequence.some((line) => line.id === id),
        why,
      })),
      ...distractors.map(({ id, why }) => {
        const chosen = response.includes(id)
        return { part: id, chosen, correct: !chosen, why }
      }),
    ]
    return { score: Math.max(0, (linesInSequence.length - usedDistractorCount) / item.lines.length), parts }
  },
  answerKey: (item) => [
    ...item.lines.map(({ text, why }) => ({ text, right: true, why })),
    ...(item.distractors ?? []).map(({ text, why }) => ({ text, right: false, why })),
  ],
} satisfies ItemKindRules<OrderItem, OrderResponse>

function allLines(item: OrderItem): Line[] {
  return [...item.lines, ...(item.distractors ?? [])]
}

function sequenceLines(item: OrderItem, response: OrderResponse): Line[] {
  return response.flatMap((id) => item.lines.find((line) => line.id === id) ?? [])
}

function isRight(item: OrderItem, response: OrderResponse): boolean {
  return orderRules.grade(item, response).score === 1
}

/** Two lines with the same text are interchangeable. */
function haveSameText(a: Line, b: Line): boolean {
  return a.text === b.text
}
