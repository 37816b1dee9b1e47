import type { Item } from './item.ts'
import type { AnswerKeyEntry, ItemKindRules } from './item-kind.ts'
import type { Grade, ItemResponse, RandomSource } from './item-schema.ts'
import { lineRules } from './kinds/line.ts'
import { matchRules } from './kinds/match.ts'
import { multiRules } from './kinds/multi.ts'
import { orderRules } from './kinds/order.ts'
import { shortRules } from './kinds/short.ts'
import { singleRules } from './kinds/single.ts'
import { traceRules } from './kinds/trace.ts'
import { seededRandom } from './seeded-random.ts'

/** The rules of an item's kind, bound to the item. They accept stored responses. */
export type ItemRules = {
  partialCredit: string | undefined
  incompleteMessage: string
  orderIsAnswer: boolean
  partIds: () => string[]
  shufflePartIds: (random: RandomSource) => string[]
  initialResponse: (order: string[]) => ItemResponse | undefined
  isComplete: (value: ItemResponse | undefined) => boolean
  /** Undefined when the response no longer fits the item. */
  grade: (value: ItemResponse) => Grade | undefined
  answerKey: () => AnswerKeyEntry[]
}

/** The rules of every kind; a new kind does not compile until it has a case here. */
export function rulesOf(item: Item): ItemRules {
  switch (item.kind) {
    case 'single':
      return bindRules(singleRules, item)
    case 'multi':
      return bindRules(multiRules, item)
    case 'short':
      return bindRules(shortRules, item)
    case 'order':
      return bindRules(orderRules, item)
    case 'line':
      return bindRules(lineRules, item)
    case 'match':
      return bindRules(matchRules, item)
    case 'trace':
      return bindRules(traceRules, item)
    default:
      return item satisfies never
  }
}

/** Undefined when the response no longer fits the item, as after an edit that removed an option. */
export function gradeItem(item: Item, response: ItemResponse): Grade | undefined {
  return rulesOf(item).grade(response)
}

/**
 * The ids of an item's parts in display order, the same for the same seed. Without shuffling it is the written order; kinds
 * whose written order is the answer are then shuffled in the same way for everyone.
 */
export function displayOrder(item: Item, { seed, shuffle }: { seed: string; shuffle: boolean }): string[] {
  const rules = rulesOf(item)
  if (shuffle) return rules.shufflePartIds(seededRandom(`${seed}/${item.id}`))
  return rules.orderIsAnswer ? rules.shufflePartIds(seededRandom(item.id)) : rules.partIds()
}

function bindRules<I extends Item, R extends ItemResponse>(rules: ItemKindRules<I, R>, item: I): ItemRules {
  const read = (value: ItemResponse) => rules.parseResponse(item, value)
  return {
    partialCredit: rules.partialCredit,
    incompleteMessage: rules.incompleteMessage,
    orderIsAnswer: rules.orderIsAnswer,
    partIds: () => rules.partIds(item),
    shufflePartIds: (random) => rules.shufflePartIds(item, random),
    initialResponse: (order) => rules.initialResponse(item, order),
    isComplete(value) {
      const response = value === undefined ? undefined : read(value)
      return response !== undefined && rules.isComplete(item, response)
    },
    grade(value) {
      const response = read(value)
      return response === undefined ? undefined : rules.grade(item, response)
    },
    answerKey: () => rules.answerKey(item),
  }
}
