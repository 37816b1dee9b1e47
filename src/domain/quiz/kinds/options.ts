import type { AnswerKeyEntry } from '../item-kind.ts'
import type { Grade, ItemResponse } from '../item-schema.ts'

/** What `single` and `line` have in common: one of several, exactly one is right. */
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

export function ids(parts: readonly { id: string }[]): string[] {
  return parts.map((part) => part.id)
}
