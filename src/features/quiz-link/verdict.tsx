import type { QuizResult, totalOf } from '#domain/quiz-link/result.ts'
import { Panel } from '#ui/panel.tsx'

/** Passed or not, and what else the result says. */
export function Verdict({
  total,
  result,
  isTimeUp,
}: {
  total: ReturnType<typeof totalOf>
  result: QuizResult
  isTimeUp: boolean
}) {
  const { percent } = total
  const needed = result.passPercent
  return (
    <Panel tone={needed === 0 ? 'plain' : total.hasPassed ? 'right' : 'caution'}>
      {needed > 0 && (
        <p>
          <strong>{total.hasPassed ? 'Passed.' : 'Not passed.'}</strong> You have {percent} % of the points;{' '}
          {needed} %{total.hasPassed ? ' were needed.' : ' are needed.'}
        </p>
      )}
      {isTimeUp && <p>The time was up. What you had answered counts.</p>}
      {result.isLate && <p>It was finished after the due time, and the result says so.</p>}
      {needed === 0 && !isTimeUp && !result.isLate && <p>You have {percent} % of the points.</p>}
    </Panel>
  )
}
