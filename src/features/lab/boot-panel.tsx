import type { LabImageFacts } from '#domain/lab/facts-of-image.ts'
import type { MachineState } from '#platform/machine/machine.ts'
import { cannotRun } from '#platform/machine/page-machine.ts'
import { Button } from '#ui/button.tsx'
import { bytesInWords } from '#ui/bytes-in-words.ts'
import { useIsHydrated } from '#ui/hydrated.ts'
import { useKeptFocus } from '#ui/kept-focus.ts'
import { Download } from './download.tsx'
import { faultWords } from './fault-words.ts'
import { memoryAround } from './memory-around.ts'

type BootPanelProps = {
  image: LabImageFacts
  state: MachineState
  onStart: () => void
  onCancel: () => void
}

/** What stands in the machine's place until it runs. Nothing is downloaded before the click. */
export function BootPanel({ image, state, onStart, onCancel }: BootPanelProps) {
  const keptFocus = useKeptFocus()
  return (
    <div className="lab-boot">
      <NeedsScript />
      <div className="needs-script flow" {...keptFocus}>
        <Boot image={image} state={state} onStart={onStart} onCancel={onCancel} />
      </div>
    </div>
  )
}

function NeedsScript() {
  return (
    <p className="text-sm text-ink-soft">
      The machine needs JavaScript. The steps can be read without it, and done on a Docker of your own.
    </p>
  )
}

function Boot({ image, state, onStart, onCancel }: BootPanelProps) {
  // On the server nothing is known of the browser.
  const obstacle = useIsHydrated() ? cannotRun() : undefined
  switch (state.kind) {
    case 'off':
      return (
        <>
          {obstacle && <p role="status">{faultWords[obstacle]}</p>}
          {obstacle !== 'no-webassembly' && (
            <Button variant="main" onClick={onStart}>
              Start the machine
            </Button>
          )}
          <p className="text-sm text-ink-soft">
            {bytesInWords(image.firstDownload)} the first time, then kept in this browser. Needs about{' '}
            {bytesInWords(image.memory + memoryAround)} of memory.
          </p>
        </>
      )
    case 'loading':
      return <Download what="Downloading the machine" {...state} onCancel={onCancel} />
    case 'starting':
    case 'running':
      return (
        <p role="status">
          {state.kind === 'starting'
            ? 'Starting the machine\u00a0…'
            : 'Preparing what the lab begins with\u00a0…'}{' '}
          <Button variant="plain" onClick={onCancel}>
            Cancel
          </Button>
        </p>
      )
    case 'hung':
      return (
        <>
          <p role="status">The machine has not answered for a while.</p>
          <Button variant="main" onClick={onStart}>
            Restart it
          </Button>
        </>
      )
    case 'failed':
      return (
        <>
          <p role="status">{faultWords[state.fault]}</p>
          {state.fault !== 'no-image' && state.fault !== 'no-webassembly' && (
            <Button variant="main" onClick={onStart}>
              {state.fault === 'cancelled' || state.fault === 'network' ? 'Go on' : 'Start again'}
            </Button>
          )}
        </>
      )
    default:
      return state satisfies never
  }
}
