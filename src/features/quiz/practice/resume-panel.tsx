import type { Attempt } from '#domain/quiz/attempt.ts'
import { Button } from '#ui/button.tsx'
import { Panel } from '#ui/panel.tsx'

/** A quiz in progress, to continue or to discard. */
export function ResumePanel({
  attempt,
  onResume,
  onDiscard,
}: {
  attempt: Attempt
  onResume: () => void
  onDiscard: () => void
}) {
  const answered = attempt.items.filter((id) => id in attempt.answers).length
  return (
    <Panel tone="accent" className="mb-8 max-w-measure">
      <p>
        You have a quiz in progress: {answered} of {attempt.items.length} answered.
      </p>
      <p className="flex flex-wrap gap-3">
        <Button variant="main" onClick={onResume}>
          Continue
        </Button>
        <Button onClick={onDiscard}>Discard it</Button>
      </p>
      <p className="text-sm text-ink-soft">
        If you discard it, the answers you gave still count toward your progress.
      </p>
    </Panel>
  )
}
