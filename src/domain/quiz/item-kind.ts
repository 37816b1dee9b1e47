import type { Grade, ItemResponse, RandomSource } from './item-schema.ts'

/** One line of the answers that are printed or shown without a script: a part in words, and its reason. */
export type AnswerKeyEntry = { text: string; right: boolean; why?: string }

/**
 * All that a kind of item knows about itself, beside its schema. The schema stays an export of its own:
 * it is needed at build only, and a page that grades leaves it and valibot out.
 */
export type ItemKindRules<I, R extends ItemResponse> = {
  kind: I extends { kind: infer K } ? K : never
  /** How partial credit works, in one sentence for the learner; undefined when it is all or nothing. */
  partialCredit: string | undefined
  /** What to say to a learner who checks before there is enough to be graded. */
  incompleteMessage: string
  /** True when the order as written is the answer, so that it is shuffled even where shuffling is off. */
  orderIsAnswer: boolean
  /** The ids of what can be chosen, as written. */
  partIds: (item: I) => string[]
  /** The ids of what can be chosen, in the order to show them. */
  shufflePartIds: (item: I, random: RandomSource) => string[]
  /** The response before the learner has done anything, given the order shown; undefined means none. */
  initialResponse: (item: I, order: string[]) => R | undefined
  /** A stored or linked response, or undefined when it no longer fits the item. */
  parseResponse: (item: I, value: ItemResponse) => R | undefined
  /** Whether there is enough to be graded. */
  isComplete: (item: I, response: R) => boolean
  grade: (item: I, response: R) => Grade
  /** The right answer and every reason, in words. */
  answerKey: (item: I) => AnswerKeyEntry[]
}

export function ids(parts: readonly { id: string }[]): string[] {
  return parts.map((part) => part.id)
}
