import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { formatDuration, remainingTimeWarning } from '#domain/quiz-link/time-limit.ts'

/** The time remaining: always visible, and announced at five minutes, one minute and the end. */
export function TimeRemaining({ remainingMillis, link }: { remainingMillis: number; link: QuizLink }) {
  const warning = remainingTimeWarning(remainingMillis, link)
  return (
    <div className="mb-6 flex flex-wrap items-baseline gap-x-4 border-y border-rule py-2">
      <p role="timer" className="tabular-nums">
        Time left: <span className="font-semibold lining-nums">{formatDuration(remainingMillis)}</span>
      </p>
      <p role="status" className="text-caution">
        {warning}
      </p>
    </div>
  )
}
