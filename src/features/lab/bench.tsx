import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { BootPanel } from './boot-panel.tsx'
import { EnginePicture } from './engine-picture.tsx'
import type { LabPageView } from './lab-view.ts'
import { PortPane } from './port-pane.tsx'
import type { MachineControl } from './use-machine.ts'

const TerminalPane = lazy(() => import('./terminal/terminal-pane.tsx'))
const FilePane = lazy(() => import('./editor/file-pane.tsx'))

/** The machine's side of the page: how to start it, its terminal, its files, what its engine holds. */
export function Bench({ view, control }: { view: LabPageView; control: MachineControl }) {
  const { machine, state, isKept, isReady, start, cancel } = control
  const [commands, setCommands] = useState(0)
  const files = view.lab ? view.lab.files : ['/root/Dockerfile', '/root/compose.yaml']
  return (
    <div className="lab-bench">
      {!isReady && <BootPanel image={view.image} state={state} onStart={start} onCancel={cancel} />}
      {machine && state.kind !== 'failed' && (
        <div hidden={!isReady && state.kind !== 'hung'} className="lab-room">
          <Suspense fallback={<p className="text-sm text-ink-soft">Opening the terminal …</p>}>
            <TerminalPane machine={machine} onPrompt={() => setCommands((count) => count + 1)} />
          </Suspense>
          {isReady && (
            <>
              <EnginePicture machine={machine} commands={commands} />
              <PortPane machine={machine} />
              {files.length > 0 && <Files machine={machine} files={files} />}
              <p className="lab-tools">
                <Restart onRestart={start} />
                {!isKept && (
                  <span role="status" className="label text-ink-soft">
                    The browser has no room to keep the machine: it will be downloaded again next time.
                  </span>
                )}
              </p>
            </>
          )}
        </div>
      )}
    </div>
  )
}

/** The editor is a large piece of code, and is fetched when it is opened. */
function Files({ machine, files }: { machine: NonNullable<MachineControl['machine']>; files: string[] }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="lab-engine" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>Edit a file</summary>
      {isOpen && (
        <Suspense fallback={<p className="text-sm text-ink-soft">Opening the editor …</p>}>
          <FilePane machine={machine} files={files} />
        </Suspense>
      )}
    </details>
  )
}

function Restart({ onRestart }: { onRestart: () => void }) {
  const [isAsking, setIsAsking] = useState(false)
  if (!isAsking) {
    return (
      <Button variant="plain" onClick={() => setIsAsking(true)}>
        Restart the machine …
      </Button>
    )
  }
  return (
    <>
      <span role="status" className="text-sm">
        A fresh machine: everything in this one is lost, your progress stays.
      </span>
      <Button onClick={onRestart}>Restart now</Button>
      <Button variant="plain" onClick={() => setIsAsking(false)}>
        Keep it
      </Button>
    </>
  )
}
