import type { LabImageFacts } from '#domain/lab/facts-of-image.ts'
import { cannotRun } from '#platform/machine/page-machine.ts'
import { Button } from '#ui/button.tsx'
import { bytesInWords } from '#ui/bytes-in-words.ts'
import { useIsHydrated } from '#ui/hydrated.ts'
import type { KeptFocus } from '#ui/kept-focus.ts'
import { Download } from './download.tsx'
import { faultWords, machineFaultWords } from './fault-words.ts'
import { memoryAround } from './memory-around.ts'
import type { MachineControl } from './use-machine.ts'

type BootPanelProps = { image: LabImageFacts; control: MachineControl; keptFocus: KeptFocus }

/**
 * What stands in the machine's place until it is ready. Nothing is downloaded before the click. Its status stays when
 * the machine is ready, for those who hear the page: a status that comes with its text is not read out everywhere.
 */
export function BootPanel({ image, control, keptFocus }: BootPanelProps) {
  return (
    <div className={control.isReady ? 'sr-only' : 'lab-boot'}>
      {!control.isReady && <NeedsScript />}
      <div className="needs-script flow" {...keptFocus}>
        <p role="status">{useStatus(control)}</p>
        {!control.isReady && <Boot image={image} control={control} />}
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

function useObstacle() {
  // On the server nothing is known of the browser.
  return useIsHydrated() ? cannotRun() : undefined
}

function useStatus({ state, isReady, isKept, hasRun }: MachineControl): string | undefined {
  const obstacle = useObstacle()
  switch (state.kind) {
    case 'off':
      return obstacle && faultWords[obstacle]
    case 'loading':
      // A download speaks for itself, now and then.
      return undefined
    case 'starting':
      return 'Starting the machine\u00a0…'
    case 'running':
      return isReady ? 'The machine is ready.' : 'Preparing what the lab begins with\u00a0…'
    case 'hung':
      return 'The machine has not answered for a while.'
    case 'failed':
      return machineFaultWords(state.fault, { hasRun, isKept })
    default:
      return state satisfies never
  }
}

function Boot({ image, control }: Omit<BootPanelProps, 'keptFocus'>) {
  const { state, hasRun, start, cancel } = control
  const obstacle = useObstacle()
  switch (state.kind) {
    case 'off':
      return (
        <>
          {obstacle !== 'no-webassembly' && (
            <Button variant="main" onClick={start}>
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
      return <Download what="Downloading the machine" {...state} onCancel={cancel} />
    case 'starting':
    case 'running':
      return (
        <Button variant="plain" onClick={cancel}>
          Cancel
        </Button>
      )
    case 'hung':
      return (
        <Button variant="main" onClick={start}>
          Restart it
        </Button>
      )
    case 'failed':
      if (state.fault === 'no-webassembly') return null
      return (
        <Button variant="main" onClick={start}>
          {state.fault === 'cancelled' || (state.fault === 'network' && !hasRun) ? 'Go on' : 'Start again'}
        </Button>
      )
    default:
      return state satisfies never
  }
}
