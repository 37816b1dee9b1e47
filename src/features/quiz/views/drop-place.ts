/** A line as it lies on the page, in pixels. */
export type Box = { top: number; height: number }

/** A place in the order, from 0, or among what was set aside. */
export type DropPlace = number | 'aside'

/**
 * Where a line belongs whose middle was dragged to this height: below each of the other lines whose middle it
 * has passed. Middles are what keeps lines of unequal height from swapping to and fro: after a swap the
 * other's middle is farther away than before.
 */
export function dropPlace(
  middle: number,
  /** The lines that have a place, without the dragged one, from top to bottom. */
  others: readonly Box[],
  /** Where the lines that were set aside begin; none where nothing can be set aside. */
  asideTop: number | undefined,
): DropPlace {
  if (asideTop !== undefined && middle > asideTop) return 'aside'
  return others.filter(({ top, height }) => top + height / 2 < middle).length
}

/** How far from the edges of the window scrolling begins. At the top the page's header covers as much again. */
const edge = 64

/** By how many pixels to scroll in this frame, for a pointer at this height of the window. */
export function edgeScroll(pointer: number, windowHeight: number): number {
  const above = 2 * edge - pointer
  const below = pointer - (windowHeight - edge)
  if (above > 0) return -speedOf(above)
  return below > 0 ? speedOf(below) : 0
}

/** Faster the farther out, up to twelve pixels a frame. */
function speedOf(distance: number): number {
  return Math.ceil((Math.min(distance, edge) / edge) * 12)
}
