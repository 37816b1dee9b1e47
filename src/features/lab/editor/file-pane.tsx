import { useEffect, useRef, useState } from 'react'
import { plainText } from '#domain/typed/characters.ts'
import type { Machine } from '#platform/machine/machine.ts'
import { Button } from '#ui/button.tsx'
import { typedAsIs } from '#ui/typed-as-is.ts'
import { readText, type Writing, writeText } from './machine-file.ts'
import { type OpenEditor, openEditor } from './open-editor.ts'

type Opened = { path: string; text: string }

/** The editor that is shown, and its text as it was opened or saved last. */
type Shown = OpenEditor & { path: string; kept: string }

/** Edits files of the machine. Loaded when a lab has files, hence the default export. */
export default function FilePane({ machine, files }: { machine: Machine; files: string[] }) {
  const [path, setPath] = useState(files[0] ?? '')
  const [opened, setOpened] = useState<Opened>()
  const [said, setSaid] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<Shown>(undefined)
  const open = async () => {
    const wanted = plainText(path)
    const warning = warningOf(editor.current)
    // While the warning stands there, one more press means it. Whatever is said next takes it back.
    if (warning && said !== warning) return setSaid(warning)
    const thrownAway = editor.current?.text()
    setSaid(`Opening ${wanted}\u00a0…`)
    const found = await readText(machine, wanted)
    if (found.kind === 'no-answer') {
      return setSaid(`${wanted} was not opened: the machine gave no answer. Wait a little and open it again.`)
    }
    // Nobody agreed to lose what was typed while the machine was reading.
    const late = editor.current?.text() === thrownAway ? '' : warningOf(editor.current)
    if (late) return setSaid(late)
    setOpened({ path: wanted, text: found.kind === 'text' ? found.text : '' })
    setSaid(found.kind === 'text' ? `Opened ${wanted}.` : `${wanted} is new.`)
  }
  const save = async () => {
    const shown = editor.current
    if (!shown) return
    const text = shown.text()
    setSaid(`Saving ${shown.path}\u00a0…`)
    const writing = await writeText(machine, shown.path, text)
    if (writing.kind === 'written') shown.kept = text
    setSaid(savedWords(shown.path, writing))
  }
  // The editor calls the latest one.
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    if (!opened || !place.current) return
    const own = openEditor(place.current, opened.path, opened.text, {
      onSave: () => void latest.current(),
      onEdit: () => setSaid((words) => (words === unsavedWords(opened.path) ? '' : words)),
    })
    // As the editor holds it: with line ends of its own.
    editor.current = { ...own, path: opened.path, kept: own.text() }
    return () => own.dispose()
  }, [opened])
  return (
    <section className="lab-files" aria-label="Files">
      <form
        className="lab-tools"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <label className="label">
          File{' '}
          <input
            className="lab-find"
            size={36}
            list="lab-files"
            value={path}
            onChange={({ target }) => setPath(target.value)}
            {...typedAsIs}
            enterKeyHint="go"
          />
        </label>
        <datalist id="lab-files">
          {files.map((file) => (
            <option key={file} value={file} />
          ))}
        </datalist>
        <Button variant="plain" type="submit">
          Open
        </Button>
        {opened && (
          <Button variant="plain" onClick={save}>
            Save<span className="sr-only"> {opened.path}</span>
          </Button>
        )}
        <span role="status" className="label">
          {said}
        </span>
      </form>
      {opened && <div ref={place} className="lab-editor" />}
    </section>
  )
}

/** What is said before unsaved changes are lost; nothing when there are none. */
function warningOf(shown: Shown | undefined): string {
  return shown && shown.text() !== shown.kept ? unsavedWords(shown.path) : ''
}

function unsavedWords(path: string): string {
  return `${path} has unsaved changes. Press Open once more to throw them away, or Save to keep them.`
}

function savedWords(path: string, writing: Writing): string {
  switch (writing.kind) {
    case 'written':
      return `Saved ${path} in the machine.`
    case 'refused':
      return `Not saved: the machine cannot write there. It says: ${writing.why}`
    case 'no-answer':
      return 'Not saved: the machine gave no answer. Wait a little and save again.'
    default:
      return writing satisfies never
  }
}
