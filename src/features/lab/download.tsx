import { useEffect, useState } from 'react'
import { now } from '#platform/clock.ts'
import { Button } from '#ui/button.tsx'
import { bytesInWords } from '#ui/bytes-in-words.ts'
import { timeLeft } from './time-left.ts'

type DownloadProps = { what: string; loaded: number; total: number; onCancel: () => void }

/** How a download of the machine goes, in bytes, and a way to stop it. */
export function Download({ what, loaded, total, onCancel }: DownloadProps) {
  const [began] = useState(() => ({ at: now(), loaded }))
  const words = `${bytesInWords(loaded)} of ${bytesInWords(total)}`
  const left = timeLeft(loaded - began.loaded, total - began.loaded, now() - began.at)
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
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 5000)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  )
}
