/**
 * Limits on giveaways in an area. Learners who know nothing about Docker but much about tests must gain nothing from
 * the length or tone of options.
 */
export const bounds = {
  /**
   * The share of single items whose right option is the longest, and the share where it is the shortest. The expected value
   * is a quarter; with 8 to 12 such items per area, chance alone explains 10–45%.
   */
  tail: { least: 0.1, most: 0.45 },
  /** With fewer items, it is not unusual that no right option is the longest or the shortest. */
  itemsForLeast: 8,
  /** The share of right options at one position in the file, which is the order of quizzes without shuffling. */
  position: 0.6,
  /** How much ruling out the longest option and those with absolutes may beat guessing: 30% instead of 25%. */
  strategyGain: 0.05,
  /** The difference between right and wrong options with a reason clause, or an absolute. One of eight is 0.125. */
  rateGap: 0.15,
  /** With fewer single items, nothing can be concluded. */
  items: 4,
  /** The least share of multi items with exactly one right option, and of those with right options only. */
  multiExtremes: 0.08,
} as const
