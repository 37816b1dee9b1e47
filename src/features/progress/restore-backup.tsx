import { type FormEvent, useState } from 'react'
import { maxProgressLength } from '#domain/progress/parse.ts'
import { readFile } from '#platform/read-file.ts'
import { restoreBackup } from '#store/backup.ts'
import { Button } from '#ui/button.tsx'
import { useStrayDropGuard } from '#ui/fields/use-stray-drop-guard.ts'
import { Panel } from '#ui/panel.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'
import { type RestoreOutcome, restoreMessage } from './restore-messages.ts'

/** Merges a backup, chosen as a file or pasted, and says what changed. */
export function RestoreBackup() {
  const [restored, setRestored] = useState<RestoreOutcome>()
  useStrayDropGuard()
  async function restoreFile(file: File): Promise<void> {
    const read = await readFile(file, maxProgressLength)
    setRestored(read.kind === 'text' ? restoreBackup(read.text) : read)
  }
  return (
    <div className="stack-spacing py-5">
      <h3>Restore</h3>
      <p>The backup is added to what is already here; nothing is lost.</p>
      <label className="block">
        <span className="block">Backup file</span>
        <input
          type="file"
          // With one file only, some browsers ignore a drop of several without a word.
          multiple
          accept=".json,application/json"
          className="touch-target mt-1 w-full max-w-full field-box p-2 text-sm"
          onChange={({ target }) => {
            const [file, ...others] = target.files ?? []
            if (others.length > 0) setRestored({ kind: 'several' })
            else if (file) void restoreFile(file)
            // So that the same file can be chosen again.
            target.value = ''
          }}
        />
      </label>
      <PasteBackup onPaste={(text) => setRestored(restoreBackup(text))} />
      <div role="status">
        {restored && (
          <Panel tone={restored.kind === 'imported' ? 'right' : 'caution'}>
            <p>{restoreMessage(restored)}</p>
          </Panel>
        )}
      </div>
    </div>
  )
}

function PasteBackup({ onPaste }: { onPaste: (text: string) => void }) {
  const [text, setText] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    if (text.trim()) onPaste(text)
  }
  return (
    <details>
      <summary className="py-2">Paste the text of a backup instead</summary>
      <form onSubmit={submit} className="stack-spacing">
        <label className="block">
          <span className="block">Text of the backup</span>
          <textarea
            translate="no"
            value={text}
            onChange={({ target }) => setText(target.value)}
            rows={4}
            {...verbatimInputProps}
            className="mt-1 w-full field-box p-2 font-mono text-sm"
          />
        </label>
        <Button type="submit">Restore from this text</Button>
      </form>
    </details>
  )
}
