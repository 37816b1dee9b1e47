import { type Confidence, confidences } from '../quiz/attempt.ts'
import type { Answer } from './progress.ts'

/** How often answers with one confidence were fully correct. */
export type CalibrationRow = { confidence: Confidence; answers: number; right: number }

/** An item answered again within the hour does not count: its explanation has just been read. */
const retryWindowMillis = 60 * 60 * 1000

/** One row for each confidence, guess first. `answers` are oldest first, as the document holds them. */
export function calibration(answers: readonly Answer[]): CalibrationRow[] {
  const lastAt = new Map<string, number>()
  const counted = answers.filter(({ item, at }) => {
    const previousAt = lastAt.get(item)
    lastAt.set(item, at)
    return previousAt === undefined || at - previousAt >= retryWindowMillis
  })
  return confidences.map((confidence) => {
    const rowAnswers = counted.filter((answer) => answer.confidence === confidence)
    return {
      confidence,
      answers: rowAnswers.length,
      right: rowAnswers.filter(({ score }) => score === 1).length,
    }
  })
}

/** How well confidence matches correctness; `too-few` until there are enough answers. */
export type CalibrationAssessment = 'too-few' | 'overconfident' | 'underconfident' | 'calibrated'

/** With fewer answers, a single slip would decide. */
const minAnswersPerRow = 5

/** Sure and wrong in more than one of five is overconfident; right in most guesses is underconfident. */
export function assessCalibration(rows: readonly CalibrationRow[]): CalibrationAssessment {
  const correctShare = (confidence: Confidence) => {
    const row = rows.find((candidate) => candidate.confidence === confidence)
    return row && row.answers >= minAnswersPerRow ? row.right / row.answers : undefined
  }
  const sure = correctShare('sure')
  const guess = correctShare('guess')
  if (sure !== undefined && sure < 0.8) return 'overconfident'
  if (guess !== undefined && guess > 0.7) return 'underconfident'
  return sure === undefined && guess === undefined ? 'too-few' : 'calibrated'
}
