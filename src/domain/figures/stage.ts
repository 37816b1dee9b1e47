/**
 * What a figure on the stage shows, and who decided it. `mark` is the mark of the text that was reached last, from 0;
 * -1 stands for the text before the first one.
 */
export type StageView<Value> = { mark: number; value: Value; source: 'text' | 'reader' }

export function initialView<Value>(value: Value): StageView<Value> {
  return { mark: -1, value, source: 'reader' }
}

/** The last mark above the reading line, wherever marks between are hidden in a closed note. */
export function markReached(isPassed: readonly boolean[]): number {
  return isPassed.lastIndexOf(true)
}

/** The text decides when the reader comes to another mark, and only then: until there, a choice holds. */
export function followText<Value>(view: StageView<Value>, mark: number, value: Value): StageView<Value> {
  return mark === view.mark ? view : { mark, value, source: 'text' }
}

export function chooseState<Value>(view: StageView<Value>, value: Value): StageView<Value> {
  return { ...view, value, source: 'reader' }
}
