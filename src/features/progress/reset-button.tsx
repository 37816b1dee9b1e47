import { useState } from 'react'
import { type ResetOutcome, resetProgress } from '#store/backup.ts'
import { Button } from '#ui/button.tsx'
import { saveStatusMessage } from './save-status-messages.ts'

/** Resets progress in one step, behind a disclosure; the same button undoes it. */
export function ResetButton() {
  const [outcome, setOutcome] = useState<ResetOutcome>()
  function toggle() {
    if (outcome?.kind === 'done') {
      outcome.undo()
      setOutcome(undefined)
    } else setOutcome(resetProgress())
  }
  return (
    <div className="stack-spacing py-5">
      <h3>Start over</h3>
      <details>
        <summary className="py-2">Reset progress…</summary>
        <div className="stack-spacing">
          <p>
            Deletes your answers, topics read, bookmarks, labs, quizzes in progress and quiz-link results, in
            every tab of this browser. Your role and theme stay. You can undo this until you leave the page;
            save a backup first if you might want it later.
          </p>
          <Button onClick={toggle}>{buttonText(outcome)}</Button>
          <p role="status">{outcome && outcomeMessage(outcome)}</p>
        </div>
      </details>
    </div>
  )
}

function buttonText(outcome: ResetOutcome | undefined): string {
  if (!outcome) return 'Reset now'
  return outcome.kind === 'done' ? 'Undo the reset' : 'Try the reset again'
}

function outcomeMessage(outcome: ResetOutcome): string {
  if (outcome.kind === 'done') return 'Progress was reset. Only your role and theme were kept.'
  const { title } = saveStatusMessage(outcome)
  if (outcome.kind === 'forbidden')
    return `Not reset; nothing has changed. ${title} Close this tab and open the course again to start over, or allow site data for this address and try again.`
  if (outcome.kind === 'newer')
    return `Not reset; nothing has changed. ${title} Reload the page, then try again.`
  return `Not reset; nothing has changed. ${title} Free space by clearing the data of sites you no longer need, then try again.`
}
