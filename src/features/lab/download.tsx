import { useEffect, useEffectEvent, useState } from 'react'
import { now } from '#platform/clock.ts'
import { Button } from '#ui/button.tsx'
import { bytesInWords } from '#ui/bytes-in-words.ts'
import { startOf, timeLeft } from './time-left.ts'

type DownloadProps = { what: string; loaded: number; total: number; onCancel: () => void }

/** How a download of the machine goes, in bytes, and a way to stop it. */
export function Download({ what, loaded, total, onCancel }: DownloadProps) {
  const at = now()
  const [before, setBefore] = useState(() => startOf(undefined, at, loaded))
  const began = startOf(before, at, loaded)
  if (began !== before) setBefore(began)
  const words = `${bytesInWords(loaded)} of ${bytesInWords(total)}`
  const left = timeLeft(loaded - began.loaded, total - began.loaded, at - began.at)
  return (
    <>
      <p className="font-semibold" id="lab-download">
        {what}
      </p>
      <progress className="thin-progress w-full" max={total} value={loaded} aria-labelledby="lab-download" />
      <p className="label text-ink-soft">
        {words}
        {left && ` · ${left}`}
      </p>
      <Spoken text={words} />
      <Button onClick={onCancel}>Cancel</Button>
    </>
  )
}

/** For screen readers, every few seconds and not at every packet. */
function Spoken({ text }: { text: string }) {
  const [said, setSaid] = useState(text)
  const sayLatest = useEffectEvent(() => setSaid(text))
  useEffect(() => {
    // Not begun anew with each packet: it would never end.
    const timer = setInterval(() => sayLatest(), 5000)
    return () => clearInterval(timer)
  }, [])
  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  )
}
