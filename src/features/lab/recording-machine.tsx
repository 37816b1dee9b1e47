import { readStoredImage } from 'docker-in-browser'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { RepeatableRecording } from '#content/lesson-chunks.ts'
import { labImageLocation } from '#platform/lab-image.ts'
import { Button } from '#ui/button.tsx'
import { CommandText } from '#ui/command-text.tsx'
import { useFocusRestoration } from '#ui/use-focus-restoration.ts'
import { MachinePanel } from './machine-panel.tsx'
import { StartPanel } from './start-panel.tsx'
import { LazyTerminalPane, TerminalLoadFailure } from './terminal/lazy-terminal-pane.tsx'
import { type ImageState, useImage } from './use-image.ts'
import { type CreateMachine, type MachineControl, useMachine } from './use-machine.ts'
import './lab.css'

/**
 * A machine beside a lesson’s text, in the state in which a recording starts. The recording’s first command is typed
 * automatically, the others at the press of a button; the reader presses Enter to run them.
 */
export function RecordingMachine({
  title,
  recording,
  createMachine,
  onClose,
}: {
  title: string
  recording: RepeatableRecording
  createMachine: CreateMachine
  onClose: () => void
}) {
  const image = useImage()
  const control = useMachine(createMachine, recording.script)
  const { machine, state, isReady } = control
  const panel = useRef<HTMLElement>(null)
  const startPanel = useFocusRestoration()
  useStartIfStored(image.image, control)
  const type = (command: string) => {
    machine?.write(command)
    panel.current?.querySelector('textarea')?.focus({ preventScroll: true })
    // On a phone the commands are below the terminal.
    panel.current?.querySelector('.lab-terminal')?.scrollIntoView?.({ block: 'nearest' })
  }
  const [isTerminalOpen, setIsTerminalOpen] = useState(false)
  const isTypeable = isReady && isTerminalOpen
  const onTypeable = useEffectEvent(async () => {
    // Wait until the machine knows the terminal’s size: a line that was typed before would appear twice.
    await machine?.run(':').catch(() => undefined)
    type(recording.commands[0] ?? '')
  })
  useEffect(() => {
    if (isTypeable) void onTypeable()
  }, [isTypeable])
  // The reader pressed a button above that opened this panel.
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  const isUsable = isReady || state.kind === 'hung'
  return (
    <section ref={panel} tabIndex={-1} aria-label={`Machine: ${title}`} className="stack-spacing">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="caption text-ink-soft">A machine for this recording</p>
        <Button variant="plain" onClick={onClose}>
          Close the machine
        </Button>
      </div>
      <StartPanel {...image} control={control} focusRestoration={startPanel} />
      {machine && state.kind !== 'failed' && (
        <MachinePanel isShown={isUsable}>
          <TerminalLoadFailure />
          <LazyTerminalPane machine={machine}>
            <AfterMount run={() => setIsTerminalOpen(true)} />
          </LazyTerminalPane>
          {isUsable && <CommandList commands={recording.commands} onType={type} />}
          {isUsable && recording.script !== undefined && <SetupCommands script={recording.script} />}
        </MachinePanel>
      )}
    </section>
  )
}

/** Calls `run` once the component above it has loaded. */
function AfterMount({ run }: { run: () => void }) {
  const onMount = useEffectEvent(run)
  useEffect(() => onMount(), [])
  return null
}

/** Starts at once if nothing has to be downloaded; otherwise the reader sees the size and decides. */
function useStartIfStored(image: ImageState, { start, state }: MachineControl): void {
  const startIfOff = useEffectEvent(() => state.kind === 'off' && start())
  const firstDownload = image.kind === 'found' ? image.image.firstDownload : undefined
  useEffect(() => {
    if (firstDownload === undefined) return
    let isCurrent = true
    readStoredImage(labImageLocation()).then(
      ({ bytes }) => isCurrent && bytes >= firstDownload && startIfOff(),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [firstDownload])
}

function CommandList({ commands, onType }: { commands: string[]; onType: (command: string) => void }) {
  return (
    <div>
      <p className="text-sm">
        The first command is typed; Enter runs it. Whatever else you try here changes only this machine.
      </p>
      <ol className="recording-commands">
        {commands.map((command, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same command may come twice, and the order never changes
          <li key={index} className="lab-command">
            <code translate="no" className="whitespace-pre-wrap">
              <CommandText command={command} />
            </code>
            <button type="button" onClick={() => onType(command)} className="lab-toolbar-button">
              Type it <span className="sr-only">: {command}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The commands that ran before the recording, which the reader does not see. */
function SetupCommands({ script }: { script: string }) {
  return (
    <details className="lab-hint">
      <summary>How this machine was prepared</summary>
      <pre translate="no" className="lab-solution">
        {script}
      </pre>
    </details>
  )
}
