import { useEffect, useRef, useState } from 'react'
import { type Machine, MachineError } from '#platform/machine/machine.ts'
import { Button } from '#ui/button.tsx'
import { type OpenEditor, openEditor } from './open-editor.ts'

type Opened = { path: string; text: string; isNew: boolean }

/** Edits files of the machine. Loaded when a lab has files, hence the default export. */
export default function FilePane({ machine, files }: { machine: Machine; files: string[] }) {
  const [path, setPath] = useState(files[0] ?? '')
  const [opened, setOpened] = useState<Opened>()
  const [said, setSaid] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<OpenEditor>(undefined)
  const open = async () => {
    setSaid('')
    const found = await readText(machine, path)
    setOpened({ path, text: found ?? '', isNew: found === undefined })
  }
  const save = async () => {
    if (!opened || !editor.current) return
    const isSaved = await machine
      .writeFile(opened.path, new TextEncoder().encode(editor.current.text()))
      .then(
        () => true,
        () => false,
      )
    setSaid(
      isSaved ? `Saved ${opened.path} in the machine.` : 'Not saved: the machine gave no answer. Try again.',
    )
  }
  // The editor calls the latest one.
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    if (!opened || !place.current) return
    const own = openEditor(place.current, opened.path, opened.text, () => void latest.current())
    editor.current = own
    return () => own.dispose()
  }, [opened])
  return (
    <section className="lab-files" aria-label="Files">
      <div className="lab-tools">
        <label className="label">
          File{' '}
          <input
            className="lab-find"
            list="lab-files"
            value={path}
            onChange={({ target }) => setPath(target.value)}
            spellCheck={false}
          />
        </label>
        <datalist id="lab-files">
          {files.map((file) => (
            <option key={file} value={file} />
          ))}
        </datalist>
        <Button variant="plain" onClick={open}>
          Open
        </Button>
        {opened && (
          <Button variant="plain" onClick={save}>
            Save<span className="sr-only"> {opened.path}</span>
          </Button>
        )}
        <span role="status" className="label">
          {said || (opened?.isNew && `${opened.path} is new.`)}
        </span>
      </div>
      {opened && <div ref={place} className="lab-editor" />}
    </section>
  )
}

async function readText(machine: Machine, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await machine.readFile(path))
  } catch (error) {
    if (error instanceof MachineError) return undefined
    throw error
  }
}
