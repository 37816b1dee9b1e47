import { unsupportedReason } from 'docker-in-browser'
import { Button } from '#ui/button.tsx'
import { formatBytes } from '#ui/format-bytes.ts'
import type { FocusRestorationProps } from '#ui/use-focus-restoration.ts'
import { useIsHydrated } from '#ui/use-is-hydrated.ts'
import { DownloadProgress } from './download-progress.tsx'
import { emulatorOverheadBytes } from './emulator-overhead.ts'
import { failureMessage, failureMessages } from './failure-messages.ts'
import { ImagePreparation } from './image-preparation.tsx'
import { imageStatusText } from './image-status-text.ts'
import type { ImageControl, ImageState } from './use-image.ts'
import type { MachineControl } from './use-machine.ts'

type StartPanelProps = ImageControl & {
  control: MachineControl
  focusRestoration: FocusRestorationProps
}

/**
 * Shown in place of the machine until it is ready. Nothing is downloaded before the click. The status element stays
 * when the machine is ready, because some screen readers do not announce a live region that appears with its text.
 */
export function StartPanel({ image, reload, control, focusRestoration }: StartPanelProps) {
  return (
    <div className={control.isReady ? 'sr-only' : 'lab-start-panel'}>
      {!control.isReady && <NeedsJavaScript />}
      <div className="needs-script stack-spacing" {...focusRestoration}>
        <p role="status">{useStatusText(control, image)}</p>
        {!control.isReady && <StartButton image={image} reload={reload} control={control} />}
      </div>
    </div>
  )
}

function NeedsJavaScript() {
  return (
    <p className="text-sm text-ink-soft">
      The machine needs JavaScript. Without it, you can still read the steps and do them with your own Docker.
    </p>
  )
}

function useUnsupportedReason() {
  // The server does not know the browser.
  return useIsHydrated() ? unsupportedReason() : undefined
}

function useStatusText(
  { state, isReady, isPersisted, hasRun }: MachineControl,
  image: ImageState,
): string | undefined {
  const reason = useUnsupportedReason()
  switch (state.kind) {
    case 'off':
      if (reason) return failureMessages[reason]
      return imageStatusText(image)
    case 'loading':
      // DownloadProgress has its own announcements.
      return undefined
    case 'starting':
      return 'Starting the machine…'
    case 'running':
      return isReady ? 'The machine is ready.' : 'Setting up the lab…'
    case 'hung':
      return 'The machine has not responded for a while.'
    case 'failed':
      return failureMessage(state.failure, { hasRun, isPersisted })
    default:
      return state satisfies never
  }
}

function StartButton({ image, reload, control }: Omit<StartPanelProps, 'focusRestoration'>) {
  const { state, hasRun, start, cancel } = control
  const reason = useUnsupportedReason()
  switch (state.kind) {
    case 'off':
      if (reason === 'no-webassembly') return null
      if (image.kind === 'preparing') return <ImagePreparation progress={image.progress} />
      if (image.kind === 'missing' && image.reason !== undefined)
        return <p className="text-sm whitespace-pre-line text-ink-soft">{image.reason}</p>
      if (image.kind === 'missing')
        return image.failure === 'network' && <Button onClick={reload}>Try again</Button>
      return (
        <>
          <Button variant="main" onClick={start}>
            Start the machine
          </Button>
          <p className="text-sm text-ink-soft">{downloadCostText(image)}</p>
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
          Restart the machine
        </Button>
      )
    case 'failed':
      if (state.failure === 'no-webassembly') return null
      return (
        <Button variant="main" onClick={start}>
          {state.failure === 'canceled' || (state.failure === 'network' && !hasRun)
            ? 'Continue'
            : 'Start again'}
        </Button>
      )
    default:
      return state satisfies never
  }
}

function downloadCostText(state: ImageState & { kind: 'unknown' | 'found' }): string {
  if (state.kind === 'unknown')
    return 'Downloaded the first time, then stored in this browser. Looking up its size…'
  const { firstDownload, memory } = state.image
  return `${formatBytes(firstDownload)} the first time, then stored in this browser. Needs about ${formatBytes(memory + emulatorOverheadBytes)} of memory.`
}
