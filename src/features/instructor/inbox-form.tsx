import { type DragEvent, type FormEvent, useState } from 'react'
import { maxResultFileBytes, resultFileEnding } from '#domain/quiz-link/result-file.ts'
import { readFile } from '#platform/read-file.ts'
import { Button } from '#ui/button.tsx'
import { typedAsIs } from '#ui/typed-as-is.ts'
import { type Reading, readFileAs, readText, together } from './inbox.ts'

/** Codes to paste and files to choose or drop, as many at once as there are. */
export function InboxForm({ onRead }: { onRead: (reading: Reading) => void }) {
  const [text, setText] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    if (text.trim() === '') return
    const reading = readText('The pasted text', text)
    onRead(reading)
    // What could not be read stays to be looked at.
    if (reading.refused.length === 0) setText('')
  }
  async function readFiles(files: Iterable<File>) {
    const read = [...files].map(async (file) =>
      readFileAs(file.name, await readFile(file, maxResultFileBytes)),
    )
    if (read.length > 0) onRead(together(await Promise.all(read)))
  }
  return (
    <form onSubmit={submit} className="needs-script grid gap-5">
      <label className="block">
        <span className="block">Result codes</span>
        <span className="block text-sm text-ink-soft">
          Many at once: one a line, or the mails as they are, with the codes somewhere in them.
        </span>
        <textarea
          value={text}
          onChange={({ target }) => setText(target.value)}
          rows={5}
          {...typedAsIs}
          className="mt-1 w-full border border-rule-strong bg-paper-raised p-2 font-mono text-sm"
        />
      </label>
      <p>
        <Button type="submit" variant="main">
          Read the codes
        </Button>
      </p>
      <FileDrop onFiles={(files) => void readFiles(files)} />
    </form>
  )
}

function FileDrop({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const [isOver, setIsOver] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    onFiles(event.dataTransfer.files)
  }
  return (
    // The file field inside does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={`border border-dashed p-4 ${isOver ? 'border-accent bg-accent-paper' : 'border-rule-strong'}`}
    >
      <label className="block">
        <span className="block">Result files, chosen or dropped here</span>
        <input
          type="file"
          multiple
          accept={`${resultFileEnding},.txt,.json,text/plain,application/json`}
          className="target mt-1 w-full max-w-full text-sm file:mr-3 file:min-h-11 file:border file:border-solid file:border-rule-strong file:bg-paper-raised file:px-4"
          onChange={({ target }) => {
            onFiles([...(target.files ?? [])])
            // The same files may be chosen again.
            target.value = ''
          }}
        />
      </label>
    </div>
  )
}
