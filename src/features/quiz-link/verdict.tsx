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
          <strong>{total.hasPassed ? 'Passed.' : 'Not passed.'}</strong> You got {percent}% of the points;{' '}
          {total.hasPassed ? `${needed}% was needed.` : `you need ${needed}%.`}
        </p>
      )}
      {isTimeUp && <p>Time ran out. Whatever you had answered counts.</p>}
      {result.isLate && <p>You finished after the due time, and your result says so.</p>}
      {needed === 0 && !isTimeUp && !result.isLate && <p>You got {percent}% of the points.</p>}
    </Panel>
  )
}
