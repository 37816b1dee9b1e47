import { useEffect, useEffectEvent, useState } from 'react'
import { now } from '#platform/clock.ts'
import { Button } from '#ui/button.tsx'
import { formatBytes } from '#ui/format-bytes.ts'
import { downloadStart, estimateTimeRemaining } from './estimate-time-remaining.ts'

type DownloadProps = { what: string; loaded: number; total: number; onCancel: () => void }

/** The progress of a download, in bytes, and a Cancel button. */
export function DownloadProgress({ what, loaded, total, onCancel }: DownloadProps) {
  const at = now()
  const [before, setBefore] = useState(() => downloadStart(undefined, at, loaded))
  const startedAt = downloadStart(before, at, loaded)
  if (startedAt !== before) setBefore(startedAt)
  const words = `${formatBytes(loaded)} of ${formatBytes(total)}`
  const timeRemaining = estimateTimeRemaining(
    loaded - startedAt.loaded,
    total - startedAt.loaded,
    at - startedAt.at,
  )
  return (
    <>
      <p className="font-semibold" id="lab-download">
        {what}
      </p>
      <progress className="thin-progress w-full" max={total} value={loaded} aria-labelledby="lab-download" />
      <p className="caption text-ink-soft">
        {words}
        {timeRemaining && ` · ${timeRemaining}`}
      </p>
      <AnnouncedProgress text={words} />
      <Button onClick={onCancel}>Cancel</Button>
    </>
  )
}

/** Announces progress to screen readers every few seconds, not at every update. */
function AnnouncedProgress({ text }: { text: string }) {
  const [announcement, setAnnouncement] = useState(text)
  const announceLatest = useEffectEvent(() => setAnnouncement(text))
  useEffect(() => {
    // Not restarted with each update, or it would never fire.
    const timer = setInterval(() => announceLatest(), 5000)
    return () => clearInterval(timer)
  }, [])
  return (
    <span role="status" className="sr-only">
      {announcement}
    </span>
  )
}
