/**
 * What a figure on the stage shows, and whether the text or the reader chose it. `mark` is the index of the last mark
 * that was reached; -1 is the text before the first mark.
 */
export type StageView<Value> = { mark: number; value: Value; source: 'text' | 'reader' }

export function initialView<Value>(value: Value): StageView<Value> {
  return { mark: -1, value, source: 'reader' }
}

/** The index of the last mark above the reading line, even if marks before it are hidden in a closed note. */
export function markReached(isPassed: readonly boolean[]): number {
  return isPassed.lastIndexOf(true)
}

/** The text changes the state only when the reader reaches another mark; until then, the reader’s choice is kept. */
export function followText<Value>(view: StageView<Value>, mark: number, value: Value): StageView<Value> {
  return mark === view.mark ? view : { mark, value, source: 'text' }
}

export function chooseState<Value>(view: StageView<Value>, value: Value): StageView<Value> {
  return { ...view, value, source: 'reader' }
}
