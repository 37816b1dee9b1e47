import { type DragEvent, type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { resultFileExtension } from '#domain/quiz-link/result-file.ts'
import { Button } from '#ui/button.tsx'
import { useStrayDropGuard } from '#ui/fields/use-stray-drop-guard.ts'
import { useConfirmBeforeUnload } from '#ui/use-confirm-before-unload.ts'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'
import { importStateStore, importSubmissions, type SubmissionInput } from './import-submissions.ts'

/** Pasted text that is not imported yet. It is kept while the instructor visits another page of the site. */
const pastedTextStore = createStore<{ text: string }>(() => ({ text: '' }))

/** A form to paste result codes and to choose or drop result files, any number at once. */
export function ImportForm() {
  const { text } = useStore(pastedTextStore)
  const isBusy = useStore(importStateStore, ({ kind }) => kind === 'importing')
  const [wasSubmittedEmpty, setWasSubmittedEmpty] = useState(false)
  const [wereFilesRefused, setWereFilesRefused] = useState(false)
  useStrayDropGuard()
  useConfirmBeforeUnload(text.trim() !== '')
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setWasSubmittedEmpty(text.trim() === '')
    if (text.trim() === '') return
    const report = await importSubmissions([{ name: 'Pasted text', text }])
    // Keep text that could not be read, and text that was typed in the meantime.
    const isDone = report.rejectedCount === 0 && report.notStoredCount === 0 && !report.isCanceled
    if (isDone && pastedTextStore.getState().text === text) pastedTextStore.setState({ text: '' })
  }
  const readFiles = (files: readonly SubmissionInput[]) => {
    if (files.length === 0) return
    setWereFilesRefused(isBusy)
    if (!isBusy) void importSubmissions(files)
  }
  return (
    <form onSubmit={submit} className="needs-script grid gap-5">
      <label className="block">
        <span className="block">Result codes</span>
        <span className="block text-sm text-ink-soft">
          As many as you like: one per line, or whole emails with the codes somewhere in them.
        </span>
        <textarea
          translate="no"
          value={text}
          onChange={({ target }) => pastedTextStore.setState({ text: target.value })}
          rows={5}
          {...verbatimInputProps}
          className="mt-1 w-full field-box p-2 font-mono text-sm"
        />
      </label>
      <p className="flex flex-wrap items-center gap-x-4">
        <Button type="submit" variant="main" aria-disabled={isBusy}>
          Read the codes
        </Button>
        <span role="status">
          {wasSubmittedEmpty && text.trim() === '' && 'Paste at least one code first.'}
        </span>
      </p>
      <FileDropZone onFiles={readFiles} />
      <p role="status" className={wereFilesRefused ? '' : 'absolute'}>
        {wereFilesRefused &&
          'Those files were not read, because another import was running. Choose them again.'}
      </p>
    </form>
  )
}

function FileDropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [isDraggingOver, setIsDraggingOver] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setIsDraggingOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    // The file field inside does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setIsDraggingOver(true)
      }}
      onDragLeave={() => setIsDraggingOver(false)}
      onDrop={drop}
      className={`border p-4 ${isDraggingOver ? 'border-accent bg-accent-paper' : 'border-dashed border-rule-strong'}`}
    >
      <label className="block">
        <span className="block">Result files: choose them, or drop them here</span>
        <input
          type="file"
          multiple
          accept={`${resultFileExtension},.txt,.json,text/plain,application/json`}
          className="touch-target mt-1 w-full max-w-full text-sm file:mr-3 file:min-h-11 file:border file:border-solid file:border-rule-strong file:bg-paper-raised file:px-4"
          onChange={({ target }) => {
            onFiles([...(target.files ?? [])])
            // So that the same files can be chosen again.
            target.value = ''
          }}
        />
      </label>
    </div>
  )
}
