import { useEffect, useEffectEvent, useState } from 'react'
import { now } from '#platform/clock.ts'
import { Button } from '#ui/button.tsx'
import { formatBytes } from '#ui/format-bytes.ts'
import { downloadStart, estimateTimeRemaining } from './estimate-time-remaining.ts'

type DownloadProps = { what: string; loaded: number; total: number; onCancel: () => void }

/** How a download of the machine goes, in bytes, and a way to stop it. */
export function DownloadProgress({ what, loaded, total, onCancel }: DownloadProps) {
  const at = now()
  const [before, setBefore] = useState(() => downloadStart(undefined, at, loaded))
  const startedAt = downloadStart(before, at, loaded)
  if (startedAt !== before) setBefore(startedAt)
  const words = `${formatBytes(loaded)} of ${formatBytes(total)}`
  const left = estimateTimeRemaining(loaded - startedAt.loaded, total - startedAt.loaded, at - startedAt.at)
  return (
    <>
      <p className="font-semibold" id="lab-download">
        {what}
      </p>
      <progress className="thin-progress w-full" max={total} value={loaded} aria-labelledby="lab-download" />
      <p className="caption text-ink-soft">
        {words}
        {left && ` · ${left}`}
      </p>
      <AnnouncedProgress text={words} />
      <Button onClick={onCancel}>Cancel</Button>
    </>
  )
}

/** For screen readers, every few seconds and not at every packet. */
function AnnouncedProgress({ text }: { text: string }) {
  const [announcement, setSaid] = useState(text)
  const announceLatest = useEffectEvent(() => setSaid(text))
  useEffect(() => {
    // Not begun anew with each packet: it would never end.
    const timer = setInterval(() => announceLatest(), 5000)
    return () => clearInterval(timer)
  }, [])
  return (
    <span role="status" className="sr-only">
      {announcement}
    </span>
  )
}
