/** A line as it lies on the page, in pixels. */
export type LineBox = { top: number; height: number }

/** A place in the order, from 0, or among what was set aside. */
export type DropTarget = number | 'aside'

/**
 * Where a line belongs whose middle was dragged to this height: below each of the other lines whose middle it
 * has passed. Middles are what keeps lines of unequal height from swapping to and fro: after a swap the
 * other's middle is farther away than before.
 */
export function findDropTarget(
  middle: number,
  /** The lines that have a place, without the dragged one, from top to bottom. */
  others: readonly LineBox[],
  /** Where the lines that were set aside begin; none where nothing can be set aside. */
  unusedListTop: number | undefined,
): DropTarget {
  if (unusedListTop !== undefined && middle > unusedListTop) return 'aside'
  return others.filter(({ top, height }) => top + height / 2 < middle).length
}

/** How far from the edges of the window scrolling begins. At the top the page's header covers as much again. */
const edge = 64

/** By how many pixels to scroll in this frame, for a pointer at this height of the window. */
export function edgeScrollSpeed(pointer: number, windowHeight: number): number {
  const above = 2 * edge - pointer
  const below = pointer - (windowHeight - edge)
  if (above > 0) return -scrollSpeed(above)
  return below > 0 ? scrollSpeed(below) : 0
}

/** Faster the farther out, up to twelve pixels a frame. */
function scrollSpeed(distance: number): number {
  return Math.ceil((Math.min(distance, edge) / edge) * 12)
}
