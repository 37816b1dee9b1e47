import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { Button } from '#ui/button.tsx'
import { LoadFailureNotice } from '#ui/load-failure-notice.tsx'
import { useFocusRestoration } from '#ui/use-focus-restoration.ts'
import { EnginePanel } from './engine-panel.tsx'
import type { LabPageView } from './lab-page-data.ts'
import { PublishedPortPane } from './published-port-pane.tsx'
import { StartPanel } from './start-panel.tsx'
import type { MachineControl } from './use-machine.ts'

const TerminalPane = lazy(() => loadWithRetry('terminal', () => import('./terminal/terminal-pane.tsx')))
const FilePane = lazy(() => loadWithRetry('editor', () => import('./editor/editor-pane.tsx')))

/** The machine's side of the page: how to start it, its terminal, its files, what its engine holds. */
export function LabWorkspace({ view, control }: { view: LabPageView; control: MachineControl }) {
  const { machine, state, isPersisted: isKept, isReady, start } = control
  const [commands, setCommands] = useState(0)
  const terminalLoadFailure = useLoadFailure('terminal')
  const startPanel = useFocusRestoration()
  const isWide = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // From the button that started it to where it is used; not away from a step that is being read.
    if (isReady && startPanel.ref.current?.contains(document.activeElement))
      isWide.current?.querySelector('textarea')?.focus({ preventScroll: true })
  }, [isReady, startPanel.ref])
  const restart = () => {
    startPanel.ref.current?.focus({ preventScroll: true })
    start()
  }
  const files = view.lab ? view.lab.files : ['/root/Dockerfile', '/root/compose.yaml']
  const hasFile = isReady || state.kind === 'hung'
  return (
    <div className="lab-bench">
      <StartPanel image={view.image} control={control} keptFocus={startPanel} />
      {machine && state.kind !== 'failed' && (
        <div hidden={!hasFile} className="lab-workspace-area" ref={isWide}>
          <LoadFailureNotice partName="The terminal" loadFailure={terminalLoadFailure} />
          <Suspense
            fallback={
              terminalLoadFailure ? null : <p className="text-sm text-ink-soft">Opening the terminal …</p>
            }
          >
            <TerminalPane machine={machine} onPrompt={() => setCommands((count) => count + 1)} />
          </Suspense>
          {hasFile && (
            <>
              <EnginePanel machine={machine} commands={commands} />
              <PublishedPortPane machine={machine} />
              {files.length > 0 && <Files machine={machine} files={files} />}
              <div className="lab-toolbar">
                <RestartButton onRestart={restart} />
                {!isKept && (
                  <span className="caption text-ink-soft">
                    The browser has no room to keep the machine: it will be downloaded again next time.
                  </span>
                )}
              </div>
            </>
          )}
        </div>
      )}
    </div>
  )
}

/** The editor is a large piece of code, and is fetched when it is opened. What is written in it stays when it is folded. */
function Files({ machine, files }: { machine: NonNullable<MachineControl['machine']>; files: string[] }) {
  const [wasOpened, setWasOpened] = useState(false)
  const trouble = useLoadFailure('editor')
  return (
    <details className="lab-engine-panel" onToggle={() => setWasOpened(true)}>
      <summary>Edit a file</summary>
      <LoadFailureNotice partName="The editor" loadFailure={trouble} />
      {trouble && (
        <p className="text-sm">
          In the terminal <code>nano</code> edits files too.
        </p>
      )}
      {wasOpened && (
        <Suspense fallback={trouble ? null : <p className="text-sm text-ink-soft">Opening the editor …</p>}>
          <FilePane machine={machine} files={files} />
        </Suspense>
      )}
    </details>
  )
}

function RestartButton({ onRestart }: { onRestart: () => void }) {
  const [isAsking, setIsAsking] = useState(false)
  const keptFocus = useFocusRestoration()
  return (
    <div className="lab-restart" {...keptFocus}>
      {isAsking ? (
        <>
          <Button variant="plain" onClick={() => setIsAsking(false)}>
            Keep it
          </Button>
          <Button onClick={onRestart}>Restart now</Button>
        </>
      ) : (
        <Button variant="plain" onClick={() => setIsAsking(true)}>
          Restart the machine …
        </Button>
      )}
      <span role="status" className="text-sm">
        {isAsking && 'A fresh machine: everything in this one is lost, your progress stays.'}
      </span>
    </div>
  )
}
