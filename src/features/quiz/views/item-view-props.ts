import type { Item } from '#domain/quiz/item.ts'
import type { Grade, ItemResponse, OptionFeedback } from '#domain/quiz/item-schema.ts'

/** The props of every item view. Views are controlled: they hold no response of their own. */
export type ViewProps<I extends Item> = {
  item: I
  /** As stored; undefined until something is chosen. */
  response: ItemResponse | undefined
  onChange: (response: ItemResponse) => void
  /** Once set, the inputs are disabled and every part shows its feedback. */
  grade: Grade | undefined
  /** The ids of the parts in the order to show them. */
  order: string[]
}

/** The id of the stem's element, which describes groups of inputs. */
export function stemElementId(item: Item): string {
  return `${item.id.replaceAll('.', '-')}-stem`
}

export function feedbackForPart(grade: Grade | undefined, part: string): OptionFeedback | undefined {
  return grade?.parts.find((feedback) => feedback.part === part)
}

/** The parts named by `order`. */
export function sortByOrder<P extends { id: string }>(parts: readonly P[], order: readonly string[]): P[] {
  return order.flatMap((id) => parts.find((part) => part.id === id) ?? [])
}
