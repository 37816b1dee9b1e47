/**
 * Limits on giveaways in an area. Learners who know nothing about Docker but much about tests must gain nothing from
 * the length or tone of options.
 */
export const giveawayLimits = {
  /**
   * The share of single items whose right option is the longest, and the share where it is the shortest. The expected value
   * is a quarter; with 8 to 12 such items per area, chance alone explains 10–45%.
   */
  extremeShare: { min: 0.1, max: 0.45 },
  /** With fewer single items, it is not unusual that no right option is the longest or the shortest. */
  minSinglesForMinShare: 8,
  /** The largest share of right options at one position in the file, which is the order of quizzes without shuffling. */
  maxPositionShare: 0.6,
  /** How much ruling out the longest option and those with absolutes may beat guessing: 30% instead of 25%. */
  maxStrategyGain: 0.05,
  /** The largest difference between right and wrong options with a reason clause, or an absolute. One of eight is 0.125. */
  maxRateGap: 0.15,
  /** With fewer single items, nothing can be concluded. */
  minSingles: 4,
  /** The least share of multi items with exactly one right option, and of those with right options only. */
  minMultiExtremeShare: 0.08,
} as const
