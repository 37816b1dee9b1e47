import {
  assessCalibration,
  type CalibrationAssessment,
  type CalibrationRow,
  calibration,
} from '#domain/progress/calibration.ts'
import type { Answer } from '#domain/progress/progress.ts'
import type { Confidence } from '#domain/quiz/attempt.ts'
import { toPercent } from '#domain/quiz/percentage.ts'
import { TableScroller } from '#ui/table-scroller.tsx'
import { Section } from './section.tsx'

const names = { guess: 'Guess', fairly: 'Fairly sure', sure: 'Sure' } satisfies Record<Confidence, string>

const assessments = {
  'too-few':
    'Say how sure you are before you see whether you were right. After a few answers this shows how well the two agree.',
  overconfident:
    'You are sure more often than you are right. Start by rereading what you were sure of and got wrong.',
  underconfident: 'You know more than you think: most of your guesses are right.',
  calibrated: 'When you are sure, you are mostly right, and you know when you guess.',
} satisfies Record<CalibrationAssessment, string>

/** How well confidence matches correctness. */
export function Calibration({ answers }: { answers: readonly Answer[] }) {
  const rows = calibration(answers)
  const hasAny = rows.some((row) => row.answers > 0)
  return (
    <Section title="How sure, how right">
      <p className="mb-4 max-w-measure">{assessments[assessCalibration(rows)]}</p>
      {hasAny && (
        <TableScroller name="Calibration">
          <table className="data-table max-w-xl">
            <thead className="caption">
              <tr>
                <th scope="col">You said</th>
                <th scope="col">Answers</th>
                <th scope="col">All correct</th>
              </tr>
            </thead>
            <tbody>{rows.map(calibrationRow)}</tbody>
          </table>
        </TableScroller>
      )}
    </Section>
  )
}

function calibrationRow({ confidence, answers, right }: CalibrationRow) {
  return (
    <tr key={confidence}>
      <th scope="row" className="font-normal">
        {names[confidence]}
      </th>
      <td>{answers}</td>
      <td>{answers === 0 ? '–' : `${right} (${toPercent(right, answers)}%)`}</td>
    </tr>
  )
}
