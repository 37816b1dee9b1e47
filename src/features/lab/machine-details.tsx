import { formatBytes } from '#ui/format-bytes.ts'
import { PageLink } from '#ui/page-link.tsx'
import { emulatorOverheadBytes } from './emulator-overhead.ts'
import { ImagePreparation } from './image-preparation.tsx'
import { imageStatusText } from './image-status-text.ts'
import type { ImageState } from './use-image.ts'

/** What the machine is, what it needs, and how to delete it. Sizes appear once they are known. */
export function MachineDetails({ image: state, settings }: { image: ImageState; settings: string }) {
  const image = state.kind === 'found' ? state.image : undefined
  const engine = image?.versions.engine
  return (
    <div className="prose stack-spacing">
      <p>
        In this tab, a lab runs on a small computer that your browser emulates: an x86 processor, memory and a
        disk, with a real Linux kernel and a real Docker Engine{engine && ` ${engine}`}. It has no network
        access. Whatever you break is gone at the next start.
      </p>
      <ul>
        <li>
          <strong>Download:</strong> {image ? formatBytes(image.firstDownload) : 'part of it'} at the first
          start, and more {image && `of the ${formatBytes(image.total)} in total `}while it runs. Nothing is
          downloaded before you press Start.
        </li>
        <li>
          <strong>Memory:</strong> {image && `${formatBytes(image.memory)} for the machine itself, and `}
          about {formatBytes(emulatorOverheadBytes)} for what the browser does with it. It works on a phone,
          but better on a computer.
        </li>
        <li>
          <strong>Storage:</strong> the browser stores the image, so the next start takes seconds and works
          offline. <PageLink to={settings}>Settings</PageLink> shows its size and lets you delete it.
        </li>
      </ul>
      <p role="status">{imageStatusText(state)}</p>
      {state.kind === 'preparing' && <ImagePreparation progress={state.progress} />}
    </div>
  )
}
