import type { Attempt } from '#domain/quiz/attempt.ts'
import { Button } from '#ui/button.tsx'
import { Panel } from '#ui/panel.tsx'

/** A quiz left open, to go on with or to drop. */
export function ResumePanel({
  session,
  onResume,
  onDiscard,
}: {
  session: Attempt
  onResume: () => void
  onDiscard: () => void
}) {
  const answered = session.items.filter((id) => id in session.answers).length
  return (
    <Panel tone="accent" className="mb-8 max-w-measure">
      <p>
        You left this quiz open: {answered} of {session.items.length} answered.
      </p>
      <p className="flex flex-wrap gap-3">
        <Button variant="main" onClick={onResume}>
          Go on
        </Button>
        <Button onClick={onDiscard}>Drop it</Button>
      </p>
      <p className="text-sm text-ink-soft">Dropping it keeps the answers you gave in your progress.</p>
    </Panel>
  )
}
