import { pluralize } from '#domain/pluralize.ts'
import type { QuizResult, totalScore } from '#domain/quiz-link/quiz-result.ts'

/** `17.4 of 25 points (69%)`, and whether that passed, if there is a pass mark. */
export function scoreText({ score, outOf, percent }: ReturnType<typeof totalScore>): string {
  return `${score} of ${pluralize(outOf, 'point')} (${percent}%)`
}

/** The attempt number, when it was finished in the learner's time zone, and whether it is late. */
export function finishedText({ finishedAt, attempt, isLate }: QuizResult): string {
  const time = new Date(finishedAt).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })
  return `Attempt ${attempt}, finished ${time}${isLate ? ', late' : ''}`
}
