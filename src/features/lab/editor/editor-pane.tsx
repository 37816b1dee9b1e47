import type { Machine } from 'docker-in-browser'
import { useEffect, useRef, useState } from 'react'
import { normalizeText } from '#domain/typed/normalize-characters.ts'
import { Button } from '#ui/button.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { verbatimInputProps } from '#ui/verbatim-input-props.ts'
import { createEditor, type EditorHandle } from './create-editor.ts'
import { readTextFile, type WriteResult, writeTextFile } from './read-write-file.ts'

type OpenedFile = { path: string; text: string }

/** The editor that is shown, and its text as it was opened or saved last. */
type EditorContent = EditorHandle & { path: string; kept: string }

/** Edits files of the machine. Loaded when a lab has files, hence the default export. */
export default function EditorPane({ machine, files }: { machine: Machine; files: string[] }) {
  const [path, setPath] = useState(files[0] ?? '')
  const [opened, setOpened] = useState<OpenedFile>()
  const [statusMessage, setSaid] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorContent>(undefined)
  const open = async () => {
    const wanted = normalizeText(path)
    const warning = discardWarning(editor.current)
    // While the warning stands there, one more press means it. Whatever is said next takes it back.
    if (warning && statusMessage !== warning) return setSaid(warning)
    const discardConfirmedFor = editor.current?.text()
    setSaid(`Opening \`${wanted}\`\u00a0…`)
    const found = await readTextFile(machine, wanted)
    if (found.kind === 'no-answer') {
      return setSaid(
        `\`${wanted}\` was not opened: the machine gave no answer. Wait a little and open it again.`,
      )
    }
    // Nobody agreed to lose what was typed while the machine was reading.
    const late = editor.current?.text() === discardConfirmedFor ? '' : discardWarning(editor.current)
    if (late) return setSaid(late)
    setOpened({ path: wanted, text: found.kind === 'text' ? found.text : '' })
    setSaid(found.kind === 'text' ? `Opened \`${wanted}\`.` : `\`${wanted}\` is new.`)
  }
  const save = async () => {
    const editorContent = editor.current
    if (!editorContent) return
    const text = editorContent.text()
    setSaid(`Saving \`${editorContent.path}\`\u00a0…`)
    const isSaving = await writeTextFile(machine, editorContent.path, text)
    if (isSaving.kind === 'written') editorContent.kept = text
    setSaid(savedWords(editorContent.path, isSaving))
  }
  // The editor calls the latest one.
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    if (!opened || !place.current) return
    const own = createEditor(place.current, opened.path, opened.text, {
      onSave: () => void latest.current(),
      onEdit: () => setSaid((words) => (words === unsavedWords(opened.path) ? '' : words)),
    })
    // As the editor holds it: with line ends of its own.
    editor.current = { ...own, path: opened.path, kept: own.text() }
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
      {opened && <div ref={place} translate="no" className="lab-editor" />}
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
          className="lab-find"
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

/** What is said before unsaved changes are lost; nothing when there are none. */
function discardWarning(editorContent: EditorContent | undefined): string {
  return editorContent && editorContent.text() !== editorContent.kept ? unsavedWords(editorContent.path) : ''
}

function unsavedWords(path: string): string {
  return `\`${path}\` has unsaved changes. Press Open once more to throw them away, or Save to keep them.`
}

function savedWords(path: string, isSaving: WriteResult): string {
  switch (isSaving.kind) {
    case 'written':
      return `Saved \`${path}\` in the machine.`
    case 'refused':
      return `Not saved: the machine cannot write there. It says: ${isSaving.why}`
    case 'no-answer':
      return 'Not saved: the machine gave no answer. Wait a little and save again.'
    default:
      return isSaving satisfies never
  }
}
