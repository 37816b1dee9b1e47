import { useState } from 'react'
import { pluralize } from '#domain/pluralize.ts'
import { downloadText } from '#platform/download.ts'
import { restoreBackup } from '#store/backup.ts'
import { deleteQuarantined, listQuarantined, type QuarantinedText } from '#store/list-quarantined.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useFocusAfterCommit } from '#ui/use-focus-after-commit.ts'
import { restoreMessage } from './restore-messages.ts'

const headingId = 'set-aside'

/** Quarantined texts, to download, to read again with a newer version, or to delete. */
export function QuarantinedTexts() {
  const [quarantined, setQuarantined] = useState(listQuarantined)
  const [statusMessage, setStatusMessage] = useState('')
  const focusAfter = useFocusAfterCommit()
  function remove(key: string) {
    deleteQuarantined(key)
    setQuarantined(listQuarantined())
    setStatusMessage('Deleted.')
    focusAfter(headingId)
  }
  if (quarantined.length === 0 && !statusMessage) return null
  return (
    <div className="stack-spacing mt-6 max-w-measure">
      <h3 id={headingId} tabIndex={-1}>
        Unreadable progress
      </h3>
      <p>
        {quarantined.length === 0
          ? 'No unreadable progress is left.'
          : 'This was stored as your progress but could not be read. It is stored exactly as it was found.'}
      </p>
      <ul>
        {quarantined.map((quarantinedText) => (
          <QuarantinedTextRow
            key={quarantinedText.key}
            quarantinedText={quarantinedText}
            onRetry={() => setStatusMessage(restoreMessage(restoreBackup(quarantinedText.text)))}
            onDelete={() => remove(quarantinedText.key)}
          />
        ))}
      </ul>
      <p role="status">{statusMessage}</p>
    </div>
  )
}

function QuarantinedTextRow({
  quarantinedText,
  onRetry,
  onDelete,
}: {
  quarantinedText: QuarantinedText
  onRetry: () => void
  onDelete: () => void
}) {
  const { key, text } = quarantinedText
  return (
    <li className="flex flex-wrap items-center gap-x-2 border-t border-rule py-1">
      <span className="grow basis-60">
        <code>{key}</code> <span className="text-ink-soft">{pluralize(text.length, 'character')}</span>
      </span>
      <Button
        variant="plain"
        className="text-sm"
        onClick={() => downloadText(`${key}.txt`, text, 'text/plain')}
      >
        Download <span className="sr-only">{key}</span>
      </Button>
      <Button variant="plain" className="text-sm" onClick={onRetry}>
        Try to read it again <span className="sr-only">{key}</span>
      </Button>
      <ConfirmButton
        className="text-sm"
        label={
          <>
            Delete <span className="sr-only">{key}</span>
          </>
        }
        question="Delete it for good? Unless you have downloaded it, there is no other copy."
        confirmLabel="Delete it"
        cancelLabel="Keep it"
        onConfirm={onDelete}
      />
    </li>
  )
}
