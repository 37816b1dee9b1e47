import {
  deleteStoredImage,
  downloadWholeImage,
  type StoredImage as Kept,
  type MachineFailure,
  readStoredImage,
  toMachineFailure,
} from 'docker-in-browser'
import { useEffect, useRef, useState } from 'react'
import { labImageLocation } from '#platform/lab-image.ts'
import { Button } from '#ui/button.tsx'
import { formatBytes } from '#ui/format-bytes.ts'
import { useFocusRestoration } from '#ui/use-focus-restoration.ts'
import { DownloadProgress } from './download-progress.tsx'
import { failureMessages } from './failure-messages.ts'

type KeptImageProps = {
  /** Bytes of the whole image. */
  total: number
}

type StoringState =
  | { kind: 'idle' }
  | { kind: 'loading'; loaded: number; total: number }
  | { kind: 'failed'; failure: MachineFailure }

/** How much the browser keeps of the machine, a way to keep all of it, and one to be rid of it. */
export function ImageStorage({ total }: KeptImageProps) {
  const [storedImage, setKept] = useState<Kept>()
  const [storingState, setKeeping] = useState<StoringState>({ kind: 'idle' })
  const keptFocus = useFocusRestoration()
  const stop = useRef<AbortController>(undefined)
  const [refreshCount, setLooks] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again after each change
  useEffect(() => {
    readStoredImage(labImageLocation()).then(setKept, () => setKept({ bytes: 0, isWhole: false }))
  }, [refreshCount])
  useEffect(() => () => stop.current?.abort(), [])
  const refresh = () => setLooks((count) => count + 1)
  const storeWholeImage = async () => {
    const abortController = new AbortController()
    stop.current = abortController
    setKeeping({ kind: 'loading', loaded: 0, total })
    try {
      await downloadWholeImage({
        ...labImageLocation(),
        signal: abortController.signal,
        onProgress: (loaded, all) => setKeeping({ kind: 'loading', loaded, total: all }),
      })
      setKeeping({ kind: 'idle' })
    } catch (error) {
      setKeeping({ kind: 'failed', failure: toMachineFailure(error) })
    }
    refresh()
  }
  const deleteStored = async () => {
    await deleteStoredImage(labImageLocation())
    setKeeping({ kind: 'idle' })
    refresh()
  }
  if (storingState.kind === 'loading')
    return (
      <div className="stack-spacing" {...keptFocus}>
        <DownloadProgress
          what="Keeping the whole machine"
          {...storingState}
          onCancel={() => stop.current?.abort()}
        />
      </div>
    )
  return (
    <div {...keptFocus}>
      <div role="status" className="stack-spacing max-w-measure">
        <p>{statusText(storedImage)}</p>
        {storingState.kind === 'failed' && <p>{failureMessages[storingState.failure]}</p>}
      </div>
      {storedImage !== undefined && storedImage.bytes > 0 && (
        <p className="mt-3 flex flex-wrap gap-3">
          {!storedImage.isWhole && (
            <Button onClick={storeWholeImage}>Keep all of it for offline use ({formatBytes(total)})</Button>
          )}
          <Button onClick={deleteStored}>Delete the machine’s image</Button>
        </p>
      )}
    </div>
  )
}

function statusText(storedImage: Kept | undefined): string {
  if (!storedImage?.bytes) return 'This browser keeps nothing of it. It is downloaded when you start a lab.'
  if (storedImage.isWhole)
    return `This browser keeps all of it, ${formatBytes(storedImage.bytes)}: labs need no network.`
  return `This browser keeps ${formatBytes(storedImage.bytes)} of it. What a lab reads beyond that is fetched when it is read, and needs the network.`
}
