/** The position and height of a line on the page, in pixels. */
export type LineBox = { top: number; height: number }

/** A zero-based position in the order, or the list of unused lines. */
export type DropTarget = number | 'unused'

/**
 * The position for a line whose middle was dragged to this height: below every other line whose middle it has passed.
 * Comparing middles keeps lines of unequal height from swapping back and forth, because after a swap the other middle
 * is farther away than before.
 */
export function findDropTarget(
  middle: number,
  /** The other placed lines, from top to bottom. */
  others: readonly LineBox[],
  /** The top of the list of unused lines; undefined if every line must be used. */
  unusedListTop: number | undefined,
): DropTarget {
  if (unusedListTop !== undefined && middle > unusedListTop) return 'unused'
  return others.filter(({ top, height }) => top + height / 2 < middle).length
}

/**
 * Distance from the window’s edges, in pixels, within which the page scrolls. At the top, the header covers as much
 * again.
 */
const edge = 64

/** How many pixels to scroll in this frame for a pointer at this height. */
export function edgeScrollSpeed(pointer: number, windowHeight: number): number {
  const above = 2 * edge - pointer
  const below = pointer - (windowHeight - edge)
  if (above > 0) return -scrollSpeed(above)
  return below > 0 ? scrollSpeed(below) : 0
}

/** Faster toward the edge, up to 12 pixels per frame. */
function scrollSpeed(distance: number): number {
  return Math.ceil((Math.min(distance, edge) / edge) * 12)
}
