import { useEffect, useRef, useState } from 'react'
import {
  deleteKeptImage,
  type KeptImage as Kept,
  keepWholeImage,
  keptImage,
} from '#platform/machine/image-cache.ts'
import { type MachineFault, machineFaultOf } from '#platform/machine/machine.ts'
import { Button } from '#ui/button.tsx'
import { bytesInWords } from '#ui/bytes-in-words.ts'
import { useKeptFocus } from '#ui/kept-focus.ts'
import { Download } from './download.tsx'
import { faultWords } from './fault-words.ts'

type KeptImageProps = {
  /** Where the image's manifest lies, below the site's own address. */
  manifest: string
  /** Bytes of the whole image. */
  total: number
}

type Keeping =
  | { kind: 'idle' }
  | { kind: 'loading'; loaded: number; total: number }
  | { kind: 'failed'; fault: MachineFault }

/** How much the browser keeps of the machine, a way to keep all of it, and one to be rid of it. */
export function KeptImage({ manifest, total }: KeptImageProps) {
  const [kept, setKept] = useState<Kept>()
  const [keeping, setKeeping] = useState<Keeping>({ kind: 'idle' })
  const keptFocus = useKeptFocus()
  const stop = useRef<AbortController>(undefined)
  const [looks, setLooks] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again after each change
  useEffect(() => {
    keptImage(addressOf(manifest)).then(setKept, () => setKept({ bytes: 0, isWhole: false }))
  }, [manifest, looks])
  useEffect(() => () => stop.current?.abort(), [])
  const lookAgain = () => setLooks((count) => count + 1)
  const keepAll = async () => {
    const mine = new AbortController()
    stop.current = mine
    setKeeping({ kind: 'loading', loaded: 0, total })
    try {
      await keepWholeImage({
        manifestAddress: addressOf(manifest),
        signal: mine.signal,
        onProgress: (loaded, all) => setKeeping({ kind: 'loading', loaded, total: all }),
      })
      setKeeping({ kind: 'idle' })
    } catch (error) {
      setKeeping({ kind: 'failed', fault: machineFaultOf(error) })
    }
    lookAgain()
  }
  const forget = async () => {
    await deleteKeptImage()
    setKeeping({ kind: 'idle' })
    lookAgain()
  }
  if (keeping.kind === 'loading')
    return (
      <div className="flow" {...keptFocus}>
        <Download what="Keeping the whole machine" {...keeping} onCancel={() => stop.current?.abort()} />
      </div>
    )
  return (
    <div {...keptFocus}>
      <div role="status" className="flow max-w-measure">
        <p>{wordsFor(kept)}</p>
        {keeping.kind === 'failed' && <p>{faultWords[keeping.fault]}</p>}
      </div>
      {kept !== undefined && kept.bytes > 0 && (
        <p className="mt-3 flex flex-wrap gap-3">
          {!kept.isWhole && (
            <Button onClick={keepAll}>Keep all of it for offline use ({bytesInWords(total)})</Button>
          )}
          <Button onClick={forget}>Delete the machine’s image</Button>
        </p>
      )}
    </div>
  )
}

function wordsFor(kept: Kept | undefined): string {
  if (!kept?.bytes) return 'This browser keeps nothing of it. It is downloaded when you start a lab.'
  if (kept.isWhole) return `This browser keeps all of it, ${bytesInWords(kept.bytes)}: labs need no network.`
  return `This browser keeps ${bytesInWords(kept.bytes)} of it. What a lab reads beyond that is fetched when it is read, and needs the network.`
}

function addressOf(manifest: string): string {
  return new URL(manifest, location.href).href
}
