import { now } from '#platform/clock.ts'

/** Shorter than what a reader notices between a press and its answer. */
const sliceMillis = 16

/**
 * Does the work in slices, between which the browser draws and hears presses; ends early when the signal says so.
 * `work` may take as long as one item takes and no longer.
 */
export async function runInTimeSlices<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
  { signal, onYield }: { signal?: AbortSignal; onYield?: () => void } = {},
): Promise<void> {
  let sliceStart = now()
  for (const item of items) {
    if (signal?.aborted) return
    work(item)
    // A clock that is set back ends the slice, too.
    if (Math.abs(now() - sliceStart) < sliceMillis) continue
    onYield?.()
    await new Promise((resolve) => setTimeout(resolve))
    sliceStart = now()
  }
}
