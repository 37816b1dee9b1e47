import { learnerKey } from './learner-key.ts'
import { type QuizResult, totalScore } from './quiz-result.ts'

/** Which results count for a learner with several. */
export const scoringPolicies = ['latest', 'best', 'all'] as const
export type ScoringPolicy = (typeof scoringPolicies)[number]

/** One name in one group, with its results, the latest first. */
export type Learner = {
  key: string
  name: string
  group: string
  results: QuizResult[]
  /** The results cannot all come from one browser: two people may share the name, or one used two browsers. */
  isInConflict: boolean
}

/** When each result was read, by the reader's clock, in milliseconds since 1970. */
export type ImportTimes = ReadonlyMap<QuizResult, number>

/** Groups results by learner. Without a name, each result is a separate learner. */
export function groupByLearner(results: readonly QuizResult[], importTimes: ImportTimes): Learner[] {
  const learners = new Map<string, Learner>()
  let unnamed = 0
  for (const result of results) {
    const { name = `Learner ${result.name === undefined ? ++unnamed : ''}`, group = '' } = result
    const key = result.name === undefined ? `#${unnamed}` : learnerKey({ name, group })
    const learner = learners.get(key)
    if (learner) learner.results.push(result)
    else learners.set(key, { key, name, group, results: [result], isInConflict: false })
  }
  return [...learners.values()].map((learner) => ({
    ...learner,
    results: latestFirst(learner.results, importTimes),
    isInConflict: hasConflict(learner.results),
  }))
}

/** The result that counts; `results` are the latest first. Of equally good ones, it is the latest. */
export function scoredResult(
  results: readonly QuizResult[],
  counting: 'latest' | 'best',
): QuizResult | undefined {
  if (counting === 'latest') return results[0]
  const scoreShare = (result: QuizResult) => totalScore(result).score / result.items.length
  return results.reduce<QuizResult | undefined>(
    (best, result) => (best && scoreShare(best) >= scoreShare(result) ? best : result),
    undefined,
  )
}

/**
 * A clock may be wrong, so the attempt number decides first; then the time of finishing, which cannot be after the import;
 * then which was imported later.
 */
function latestFirst(results: readonly QuizResult[], importTimes: ImportTimes): QuizResult[] {
  const finished = (result: QuizResult) => Math.min(result.finishedAt, importTimes.get(result) ?? Infinity)
  return results
    .map((result, order) => ({ result, order }))
    .sort(
      (a, b) =>
        b.result.attempt - a.result.attempt || finished(b.result) - finished(a.result) || b.order - a.order,
    )
    .map(({ result }) => result)
}

/** In one browser, attempts have different numbers and do not overlap in time. */
function hasConflict(results: readonly QuizResult[]): boolean {
  const attempts = new Set(results.map(({ attempt }) => attempt))
  if (attempts.size < results.length) return true
  const timeRanges = results
    .map(({ finishedAt, seconds }) => ({ start: finishedAt - 1000 * seconds, end: finishedAt }))
    .sort((a, b) => a.start - b.start)
  // Seconds are rounded.
  return timeRanges.some(({ start }, at) => start + 1000 < (timeRanges[at - 1]?.end ?? -Infinity))
}
