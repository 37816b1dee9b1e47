import type { QuizResult, totalScore } from '#domain/quiz-link/quiz-result.ts'
import { Panel } from '#ui/panel.tsx'

/** Whether the learner passed, and other remarks on the result. */
export function PassOrFail({
  total,
  result,
  isTimeUp,
}: {
  total: ReturnType<typeof totalScore>
  result: QuizResult
  isTimeUp: boolean
}) {
  const { percent, hasPassed } = total
  const needed = result.passPercent
  return (
    <Panel tone={hasPassed === undefined ? 'plain' : hasPassed ? 'right' : 'caution'}>
      {hasPassed !== undefined && (
        <p>
          <strong>{hasPassed ? 'Passed.' : 'Not passed.'}</strong> You got {percent}% of the points;{' '}
          {hasPassed ? `${needed}% was needed.` : `you need ${needed}%.`}
        </p>
      )}
      {isTimeUp && <p>Time ran out. Whatever you had answered counts.</p>}
      {result.isLate && <p>You finished after the due time, and your result says so.</p>}
      {hasPassed === undefined && !isTimeUp && !result.isLate && <p>You got {percent}% of the points.</p>}
    </Panel>
  )
}
