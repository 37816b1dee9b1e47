import type { Grade, ItemResponse, RandomSource } from './item-schema.ts'

/** One line of the answer key: the text of a part, and its explanation. */
export type AnswerKeyEntry = { text: string; right: boolean; why?: string }

/**
 * The rules of a kind of item. The schema is a separate export: only the build needs it, and pages that only grade load
 * neither it nor valibot.
 */
export type ItemKindRules<I, R extends ItemResponse> = {
  kind: I extends { kind: infer K } ? K : never
  /** How partial credit works, in one sentence for the learner; undefined when it is all or nothing. */
  partialCredit: string | undefined
  /** Shown to a learner who checks an incomplete response. */
  incompleteMessage: string
  /** Whether the written order is the answer, so that it is shuffled even if shuffling is off. */
  orderIsAnswer: boolean
  /** The ids of what can be chosen, as written. */
  partIds: (item: I) => string[]
  /** The ids of what can be chosen, in the order to show them. */
  shufflePartIds: (item: I, random: RandomSource) => string[]
  /** The response before the learner does anything, given the displayed order; undefined means none. */
  initialResponse: (item: I, order: string[]) => R | undefined
  /** A stored or linked response, or undefined when it no longer fits the item. */
  parseResponse: (item: I, value: ItemResponse) => R | undefined
  /** Whether the response can be graded. */
  isComplete: (item: I, response: R) => boolean
  grade: (item: I, response: R) => Grade
  /** The correct answer and every explanation. */
  answerKey: (item: I) => AnswerKeyEntry[]
}

export function idsOf(parts: readonly { id: string }[]): string[] {
  return parts.map((part) => part.id)
}
