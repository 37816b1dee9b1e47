import { pluralize } from '#domain/pluralize.ts'
import type { QuizResult, totalScore } from '#domain/quiz-link/quiz-result.ts'

/** `17.4 of 25 points (69%)`, and whether that passed where there is a mark. */
export function scoreText({ score, outOf, percent }: ReturnType<typeof totalScore>): string {
  return `${score} of ${pluralize(outOf, 'point')} (${percent}%)`
}

/** When it was finished, in the learner's own time zone, and what else is to be known. */
export function finishedText({ finishedAt, attempt, isLate }: QuizResult): string {
  const time = new Date(finishedAt).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })
  return `Try ${attempt}, finished ${time}${isLate ? ', late' : ''}`
}
