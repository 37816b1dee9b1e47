/**
 * How far an area's options may lean. Someone who knows nothing of Docker and much of tests must gain
 * nothing from the form of an option: neither from its length, nor from its tone.
 */
export const bounds = {
  /**
   * Share of single items whose right option is the longest of all, and the share whose is the shortest. Chance
   * is a quarter; an area has 8 to 12 such items, where 10–45 % is what chance alone explains.
   */
  tail: { least: 0.1, most: 0.45 },
  /** With fewer items than this, none at all in a tail is nothing unusual. */
  itemsForLeast: 8,
  /** Share of right options in one place of the file, which is the order of those who don't shuffle. */
  place: 0.6,
  /** Striking the longest option and those with absolutes may beat plain guessing by this much: 30 % for 25 %. */
  strategyGain: 0.05,
  /** Rates of right and wrong options with a reason clause, or with an absolute. One option of eight is 0.125. */
  rateGap: 0.15,
  /** Fewer single items than this say nothing. */
  items: 4,
  /** Share of the course's multi items with exactly one right option, and with nothing but right ones. */
  multiExtremes: 0.08,
} as const
