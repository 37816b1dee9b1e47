import { useState } from 'react'
import { pluralize } from '#domain/pluralize.ts'
import { downloadText } from '#platform/download.ts'
import { restoreBackup } from '#store/backup.ts'
import { deleteQuarantined, listQuarantined, type QuarantinedText } from '#store/list-quarantined.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { useFocusAfter } from '#ui/use-focus-after.ts'
import { restoreMessage } from './restore-messages.ts'

const headingId = 'set-aside'

/** Text that could not be read, to look at, to try again with a newer version, or to let go. */
export function QuarantinedTexts() {
  const [quarantined, setAsides] = useState(listQuarantined)
  const [statusMessage, setSaid] = useState('')
  const focusAfter = useFocusAfter()
  function remove(key: string) {
    deleteQuarantined(key)
    setAsides(listQuarantined())
    setSaid('Deleted.')
    focusAfter(headingId)
  }
  if (quarantined.length === 0 && !statusMessage) return null
  return (
    <div className="stack-spacing mt-6 max-w-measure">
      <h3 id={headingId} tabIndex={-1}>
        Set aside
      </h3>
      <p>
        {quarantined.length === 0
          ? 'Nothing is set aside any more.'
          : 'This was stored as your progress but could not be read. It is kept as it was found.'}
      </p>
      <ul>
        {quarantined.map((aside) => (
          <QuarantinedTextRow
            key={aside.key}
            aside={aside}
            onRetry={() => setSaid(restoreMessage(restoreBackup(aside.text)))}
            onDelete={() => remove(aside.key)}
          />
        ))}
      </ul>
      <p role="status">{statusMessage}</p>
    </div>
  )
}

function QuarantinedTextRow({
  aside,
  onRetry,
  onDelete,
}: {
  aside: QuarantinedText
  onRetry: () => void
  onDelete: () => void
}) {
  const { key, text } = aside
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
        question="Delete it for good? No backup holds it unless you have downloaded it."
        confirmLabel="Delete it"
        cancelLabel="Keep it"
        onConfirm={onDelete}
      />
    </li>
  )
}
