import { unsupportedReason } from 'docker-in-browser'
import type { ImageSummary } from 'docker-in-browser/image'
import { Button } from '#ui/button.tsx'
import { formatBytes } from '#ui/format-bytes.ts'
import type { FocusRestorationProps } from '#ui/use-focus-restoration.ts'
import { useIsHydrated } from '#ui/use-is-hydrated.ts'
import { DownloadProgress } from './download-progress.tsx'
import { emulatorOverheadBytes } from './emulator-overhead.ts'
import { failureMessage, failureMessages } from './failure-messages.ts'
import type { MachineControl } from './use-machine.ts'

type StartPanelProps = { image: ImageSummary; control: MachineControl; keptFocus: FocusRestorationProps }

/**
 * What stands in the machine's place until it is ready. Nothing is downloaded before the click. Its status stays when
 * the machine is ready, for those who hear the page: a status that comes with its text is not read out everywhere.
 */
export function StartPanel({ image, control, keptFocus }: StartPanelProps) {
  return (
    <div className={control.isReady ? 'sr-only' : 'lab-start-panel'}>
      {!control.isReady && <NeedsJavaScript />}
      <div className="needs-script stack-spacing" {...keptFocus}>
        <p role="status">{useStatusText(control)}</p>
        {!control.isReady && <StartButton image={image} control={control} />}
      </div>
    </div>
  )
}

function NeedsJavaScript() {
  return (
    <p className="text-sm text-ink-soft">
      The machine needs JavaScript. The steps can be read without it, and done on a Docker of your own.
    </p>
  )
}

function useUnsupportedReason() {
  // On the server nothing is known of the browser.
  return useIsHydrated() ? unsupportedReason() : undefined
}

function useStatusText({ state, isReady, isPersisted, hasRun }: MachineControl): string | undefined {
  const reason = useUnsupportedReason()
  switch (state.kind) {
    case 'off':
      return reason && failureMessages[reason]
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
      return failureMessage(state.failure, { hasRun, isPersisted })
    default:
      return state satisfies never
  }
}

function StartButton({ image, control }: Omit<StartPanelProps, 'keptFocus'>) {
  const { state, hasRun, start, cancel } = control
  const reason = useUnsupportedReason()
  switch (state.kind) {
    case 'off':
      return (
        <>
          {reason !== 'no-webassembly' && (
            <Button variant="main" onClick={start}>
              Start the machine
            </Button>
          )}
          <p className="text-sm text-ink-soft">
            {formatBytes(image.firstDownload)} the first time, then kept in this browser. Needs about{' '}
            {formatBytes(image.memory + emulatorOverheadBytes)} of memory.
          </p>
        </>
      )
    case 'loading':
      return <DownloadProgress what="Downloading the machine" {...state} onCancel={cancel} />
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
      if (state.failure === 'no-webassembly') return null
      return (
        <Button variant="main" onClick={start}>
          {state.failure === 'cancelled' || (state.failure === 'network' && !hasRun)
            ? 'Go on'
            : 'Start again'}
        </Button>
      )
    default:
      return state satisfies never
  }
}
