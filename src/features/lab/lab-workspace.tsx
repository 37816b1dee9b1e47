import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { Button } from '#ui/button.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { useFocusRestoration } from '#ui/use-focus-restoration.ts'
import { EnginePanel } from './engine/engine-panel.tsx'
import { useEngine } from './engine/use-engine.ts'
import type { LabPageData } from './lab-page-data.ts'
import { MachinePanel } from './machine-panel.tsx'
import { OwnDocker } from './own-docker.tsx'
import { PublishedPortPane } from './published-port-pane.tsx'
import { StartPanel } from './start-panel.tsx'
import { LazyTerminalPane, TerminalLoadFailure } from './terminal/lazy-terminal-pane.tsx'
import type { ImageControl } from './use-image.ts'
import type { MachineControl } from './use-machine.ts'

const FilePane = lazy(() => loadWithRetry('editor', () => import('./editor/editor-pane.tsx')))

/** The machine's side of the page: start panel, terminal, engine panel, editor. */
export function LabWorkspace({
  data,
  image,
  control,
}: {
  data: LabPageData
  image: ImageControl
  control: MachineControl
}) {
  const { machine, state, isPersisted, isReady, start } = control
  const startPanel = useFocusRestoration()
  const machinePanel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Move the focus from the Start button to the terminal, but not away from a step that is being read.
    if (isReady && startPanel.ref.current?.contains(document.activeElement))
      machinePanel.current?.querySelector('textarea')?.focus({ preventScroll: true })
  }, [isReady, startPanel.ref])
  const restart = () => {
    startPanel.ref.current?.focus({ preventScroll: true })
    start()
  }
  const files = data.lab ? data.lab.files : ['/root/Dockerfile', '/root/compose.yaml']
  const isUsable = isReady || state.kind === 'hung'
  const { engine, receive } = useEngine(machine, isUsable)
  return (
    <div className="lab-machine">
      <StartPanel {...image} control={control} focusRestoration={startPanel} />
      {!isUsable && <OwnDocker {...(data.lab && { lab: data.lab })} />}
      {machine && state.kind !== 'failed' && (
        <MachinePanel isShown={isUsable} ref={machinePanel}>
          <TerminalLoadFailure />
          <div className="machine-columns-container">
            <div className="machine-columns">
              <LazyTerminalPane machine={machine} onEngineMessage={receive} />
              {isUsable && (
                <>
                  <EnginePanel engine={engine} />
                  <MachineTools
                    machine={machine}
                    files={files}
                    isPersisted={isPersisted}
                    onRestart={restart}
                  />
                </>
              )}
            </div>
          </div>
        </MachinePanel>
      )}
    </div>
  )
}

type MachineToolsProps = {
  machine: NonNullable<MachineControl['machine']>
  files: string[]
  isPersisted: boolean
  onRestart: () => void
}

/** Tools that are rarely needed: collapsed, below the terminal. */
function MachineTools({ machine, files, isPersisted, onRestart }: MachineToolsProps) {
  return (
    <div>
      <PublishedPortPane machine={machine} />
      {files.length > 0 && <Files machine={machine} files={files} />}
      <div className="lab-toolbar">
        <RestartButton onRestart={onRestart} />
        {!isPersisted && (
          <span className="caption text-ink-soft">
            The browser has no room to store the machine: it will be downloaded again next time.
          </span>
        )}
      </div>
    </div>
  )
}

/**
 * The editor’s code is large, so it loads when the section is first opened. The text is kept when the section is
 * collapsed.
 */
function Files({ machine, files }: { machine: NonNullable<MachineControl['machine']>; files: string[] }) {
  const [wasOpened, setWasOpened] = useState(false)
  const loadFailure = useLoadFailure('editor')
  return (
    <details className="lab-disclosure" onToggle={() => setWasOpened(true)}>
      <summary>Edit a file</summary>
      <LoadFailureNotice partName="The editor" loadFailure={loadFailure} />
      {loadFailure && (
        <p className="text-sm">
          You can also edit files with <code>nano</code> in the terminal.
        </p>
      )}
      {wasOpened && (
        <Suspense
          fallback={loadFailure ? null : <p className="text-sm text-ink-soft">Opening the editor…</p>}
        >
          <FilePane machine={machine} files={files} />
        </Suspense>
      )}
    </details>
  )
}

function RestartButton({ onRestart }: { onRestart: () => void }) {
  const [isAsking, setIsAsking] = useState(false)
  const focusRestoration = useFocusRestoration()
  return (
    <div className="lab-restart" {...focusRestoration}>
      {isAsking ? (
        <>
          <Button variant="plain" onClick={() => setIsAsking(false)}>
            Keep it
          </Button>
          <Button onClick={onRestart}>Restart now</Button>
        </>
      ) : (
        <Button variant="plain" onClick={() => setIsAsking(true)}>
          Restart the machine…
        </Button>
      )}
      <span role="status" className="text-sm">
        {isAsking && 'You get a fresh machine: everything in this one is lost, but your progress stays.'}
      </span>
    </div>
  )
}
