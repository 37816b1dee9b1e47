import type { Machine } from 'docker-in-browser'
import { useEffect, useRef, useState } from 'react'
import { normalizeText } from '#domain/typed/normalize-characters.ts'
import { Button } from '#ui/button.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'
import { createEditor, type EditorHandle } from './create-editor.ts'
import { readTextFile, type WriteResult, writeTextFile } from './read-write-file.ts'

type OpenedFile = { path: string; text: string }

/** The open editor, and its text as last opened or saved. */
type EditorContent = EditorHandle & { path: string; savedText: string }

/** Edits files in the machine. Loaded on demand, hence the default export. */
export default function EditorPane({ machine, files }: { machine: Machine; files: string[] }) {
  const [path, setPath] = useState(files[0] ?? '')
  const [opened, setOpened] = useState<OpenedFile>()
  const [statusMessage, setStatusMessage] = useState('')
  const parent = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorContent>(undefined)
  const open = async () => {
    const requestedPath = normalizeText(path)
    const warning = discardWarning(editor.current)
    // While the warning is shown, a second click confirms. Any other status message cancels it.
    if (warning && statusMessage !== warning) return setStatusMessage(warning)
    const discardConfirmedFor = editor.current?.text()
    setStatusMessage(`Opening \`${requestedPath}\`…`)
    const found = await readTextFile(machine, requestedPath)
    if (found.kind === 'no-response') {
      return setStatusMessage(
        `\`${requestedPath}\` was not opened: the machine did not respond. Wait a moment and open it again.`,
      )
    }
    // Text that was typed while the machine was reading needs a new confirmation.
    const lateWarning = editor.current?.text() === discardConfirmedFor ? '' : discardWarning(editor.current)
    if (lateWarning) return setStatusMessage(lateWarning)
    setOpened({ path: requestedPath, text: found.kind === 'text' ? found.text : '' })
    setStatusMessage(found.kind === 'text' ? `Opened \`${requestedPath}\`.` : `\`${requestedPath}\` is new.`)
  }
  const save = async () => {
    const editorContent = editor.current
    if (!editorContent) return
    const text = editorContent.text()
    setStatusMessage(`Saving \`${editorContent.path}\`…`)
    const writeResult = await writeTextFile(machine, editorContent.path, text)
    if (writeResult.kind === 'written') editorContent.savedText = text
    setStatusMessage(saveResultText(editorContent.path, writeResult))
  }
  // The editor always calls the latest `save`.
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    if (!opened || !parent.current) return
    const own = createEditor(parent.current, opened.path, opened.text, {
      onSave: () => void latest.current(),
      onEdit: () => setStatusMessage((words) => (words === unsavedChangesText(opened.path) ? '' : words)),
    })
    // As the editor holds it, which may change line endings.
    editor.current = { ...own, path: opened.path, savedText: own.text() }
    return () => own.dispose()
  }, [opened])
  return (
    <section className="lab-editor-panel" aria-label="Files">
      <form
        className="lab-toolbar"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <FileNameField path={path} files={files} onPathChange={setPath} />
        <Button variant="plain" type="submit">
          Open
        </Button>
        {opened && (
          <Button variant="plain" onClick={save}>
            Save{' '}
            <span translate="no" className="sr-only">
              {opened.path}
            </span>
          </Button>
        )}
        <span role="status" className="caption">
          <InlineText text={statusMessage} />
        </span>
      </form>
      {opened && <div ref={parent} translate="no" className="lab-editor" />}
    </section>
  )
}

function FileNameField({
  path,
  files,
  onPathChange,
}: {
  path: string
  files: string[]
  onPathChange: (path: string) => void
}) {
  return (
    <>
      <label className="caption">
        File{' '}
        <input
          className="lab-field"
          size={36}
          list="lab-files"
          value={path}
          onChange={({ target }) => onPathChange(target.value)}
          {...verbatimInputProps}
          enterKeyHint="go"
        />
      </label>
      <datalist id="lab-files">
        {files.map((file) => (
          <option key={file} value={file} />
        ))}
      </datalist>
    </>
  )
}

/** The warning before unsaved changes are lost; empty if there are none. */
function discardWarning(editorContent: EditorContent | undefined): string {
  return editorContent && editorContent.text() !== editorContent.savedText
    ? unsavedChangesText(editorContent.path)
    : ''
}

function unsavedChangesText(path: string): string {
  return `\`${path}\` has unsaved changes. Press Open again to discard them, or Save to keep them.`
}

function saveResultText(path: string, writeResult: WriteResult): string {
  switch (writeResult.kind) {
    case 'written':
      return `Saved \`${path}\` in the machine.`
    case 'failed':
      return `Not saved: the machine cannot write there. It reported: ${writeResult.reason}`
    case 'no-response':
      return 'Not saved: the machine did not respond. Wait a moment and save again.'
    default:
      return writeResult satisfies never
  }
}
