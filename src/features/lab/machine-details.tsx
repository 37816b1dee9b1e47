import type { ImageSummary } from 'docker-in-browser/image'
import { formatBytes } from '#ui/format-bytes.ts'
import { PageLink } from '#ui/page-link.tsx'
import { emulatorOverheadBytes } from './emulator-overhead.ts'

/** What the machine is, what it needs, and how to delete it. */
export function MachineDetails({ image, settings }: { image: ImageSummary; settings: string }) {
  const engine = image.versions.engine
  return (
    <div className="prose stack-spacing">
      <p>
        A lab runs on a small computer that your browser emulates: an x86 processor, memory and a disk, with a
        real Linux kernel and a real Docker Engine{engine && ` ${engine}`}. It lives in this tab and has no
        network access. Whatever you break is gone at the next start.
      </p>
      <ul>
        <li>
          <strong>Download:</strong> {formatBytes(image.firstDownload)} at the first start, and more of the{' '}
          {formatBytes(image.total)} in total while it runs. Nothing is downloaded before you press Start.
        </li>
        <li>
          <strong>Memory:</strong> {formatBytes(image.memory)} for the machine itself, and about{' '}
          {formatBytes(emulatorOverheadBytes)} for what the browser does with it. It works on a phone, but
          better on a computer.
        </li>
        <li>
          <strong>Storage:</strong> the browser stores the image, so the next start takes seconds and works
          offline. <PageLink to={settings}>Settings</PageLink> shows its size and lets you delete it.
        </li>
      </ul>
    </div>
  )
}
