import type { ImageSummary } from 'docker-in-browser/image'
import { formatBytes } from '#ui/format-bytes.ts'
import { PageLink } from '#ui/page-link.tsx'
import { emulatorOverheadBytes } from './emulator-overhead.ts'

/** What the machine is, what it costs, how to be rid of it. */
export function MachineDetails({ image, settings }: { image: ImageSummary; settings: string }) {
  const engine = image.versions.engine
  return (
    <div className="prose stack-spacing">
      <p>
        A lab runs on a small computer that your browser imitates: an x86 processor, memory and a disk, with a
        real Linux kernel and a real Docker Engine{engine && ` ${engine}`}. It lives in this tab and reaches
        no network. What you break in it is gone with the next start.
      </p>
      <ul>
        <li>
          <strong>Download:</strong> {formatBytes(image.firstDownload)} at the first start, more of{' '}
          {formatBytes(image.total)} while it runs. Nothing is fetched before you press Start.
        </li>
        <li>
          <strong>Memory:</strong> {formatBytes(image.memory)} for the machine itself, and about{' '}
          {formatBytes(emulatorOverheadBytes)} for what the browser does with it. A computer is better than a
          phone; a phone works.
        </li>
        <li>
          <strong>Kept:</strong> the browser keeps the image, so that the next start takes seconds and works
          offline. <PageLink to={settings}>Settings</PageLink> shows its size and deletes it.
        </li>
      </ul>
    </div>
  )
}
