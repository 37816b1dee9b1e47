import * as v from 'valibot'
import { boundedText } from '../../catalog/text-schemas.ts'
import { type AnswerKeyEntry, type ItemKindRules, idsOf } from '../item-kind.ts'
import {
  explanationSchema,
  type Grade,
  type ItemResponse,
  itemSchemaOf,
  misconceptionSchema,
  partIdSchema,
} from '../item-schema.ts'
import { shuffle } from '../seeded-random.ts'

export const singleSchema = itemSchemaOf({
  kind: v.literal('single'),
  options: v.pipe(
    v.array(
      v.strictObject({
        id: partIdSchema,
        text: boundedText(240),
        right: v.optional(v.pipe(v.literal(true), v.description('Set on the one right option only.'))),
        why: explanationSchema,
        misconception: misconceptionSchema,
      }),
    ),
    v.minLength(3),
    v.maxLength(4),
  ),
})

export type SingleItem = v.InferOutput<typeof singleSchema>

/** The id of the option picked. */
export type SingleResponse = string

type OneOfOptions = { options: readonly AnswerOption[] }

/** For every kind whose answer is one of its options. */
export const oneOfOptionsRules = {
  partialCredit: undefined,
  incompleteMessage: 'Pick an option first.',
  orderIsAnswer: false,
  partIds: (item) => idsOf(item.options),
  shufflePartIds: (item, random) => shuffle(idsOf(item.options), random),
  initialResponse: () => undefined,
  parseResponse: (item, value) => parseOptionId(item.options, value),
  isComplete: () => true,
  grade: (item, response) => gradeSingleOption(item.options, response),
  answerKey: (item) => optionAnswerKey(item.options),
} satisfies Omit<ItemKindRules<OneOfOptions, SingleResponse>, 'kind'>

export const singleRules = { kind: 'single', ...oneOfOptionsRules } satisfies ItemKindRules<
  SingleItem,
  SingleResponse
>

/** An option of which exactly one is right; lines of a `line` item are such options too. */
export type AnswerOption = { id: string; text: string; right?: true | undefined; why: string }

export function parseOptionId(choices: readonly AnswerOption[], value: ItemResponse): string | undefined {
  return choices.find((choice) => choice.id === value)?.id
}

export function gradeSingleOption(choices: readonly AnswerOption[], response: string): Grade {
  const parts = choices.map(({ id, right, why }) => {
    const chosen = id === response
    return { part: id, chosen, correct: chosen === (right === true), why }
  })
  return { score: parts.every((part) => part.correct) ? 1 : 0, parts }
}

export function optionAnswerKey(choices: readonly AnswerOption[]): AnswerKeyEntry[] {
  return choices.map(({ text, right, why }) => ({ text, right: right === true, why }))
}
