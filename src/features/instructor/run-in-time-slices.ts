import { now } from '#platform/clock.ts'

/** Short enough that a click still feels instant. */
const sliceMillis = 16

/**
 * Works through the items in time slices, so that the browser can paint and handle input in between. Stops early when
 * the signal aborts. `work` handles one item and should be short.
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
    // A clock that is set back ends the slice as well.
    if (Math.abs(now() - sliceStart) < sliceMillis) continue
    onYield?.()
    await new Promise((resolve) => setTimeout(resolve))
    sliceStart = now()
  }
}
