import {
  deleteStoredImage,
  downloadFullImage,
  type MachineFailure,
  readStoredImage,
  type StoredImage,
  toMachineFailure,
} from 'docker-in-browser'
import { useEffect, useRef, useState } from 'react'
import { labImageLocation } from '#platform/lab-image.ts'
import { Button } from '#ui/button.tsx'
import { formatBytes } from '#ui/format-bytes.ts'
import { useFocusRestoration } from '#ui/use-focus-restoration.ts'
import { DownloadProgress } from './download-progress.tsx'
import { failureMessages } from './failure-messages.ts'

type StoringState =
  | { kind: 'idle' }
  | { kind: 'loading'; loaded: number; total: number }
  | { kind: 'failed'; failure: MachineFailure }

/** How much of the image is stored in this browser, and buttons to store all of it or delete it. */
export function ImageStorage() {
  const [storedImage, setStoredImage] = useState<StoredImage>()
  const [storingState, setStoringState] = useState<StoringState>({ kind: 'idle' })
  const focusRestoration = useFocusRestoration()
  const stop = useRef<AbortController>(undefined)
  const [refreshCount, setRefreshCount] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again after each change
  useEffect(() => {
    readStoredImage(labImageLocation()).then(setStoredImage, () =>
      setStoredImage({ bytes: 0, isComplete: false }),
    )
  }, [refreshCount])
  useEffect(() => () => stop.current?.abort(), [])
  const refresh = () => setRefreshCount((count) => count + 1)
  const storeFullImage = async () => {
    const abortController = new AbortController()
    stop.current = abortController
    setStoringState({ kind: 'loading', loaded: 0, total: storedImage?.totalBytes ?? 0 })
    try {
      await downloadFullImage({
        ...labImageLocation(),
        signal: abortController.signal,
        onProgress: (loaded, all) => setStoringState({ kind: 'loading', loaded, total: all }),
      })
      setStoringState({ kind: 'idle' })
    } catch (error) {
      setStoringState({ kind: 'failed', failure: toMachineFailure(error) })
    }
    refresh()
  }
  const deleteStored = async () => {
    await deleteStoredImage(labImageLocation())
    setStoringState({ kind: 'idle' })
    refresh()
  }
  if (storingState.kind === 'loading')
    return (
      <div className="stack-spacing" {...focusRestoration}>
        <DownloadProgress
          what="Saving the whole machine"
          {...storingState}
          onCancel={() => stop.current?.abort()}
        />
      </div>
    )
  return (
    <div {...focusRestoration}>
      <div role="status" className="stack-spacing max-w-measure">
        <p>{statusText(storedImage)}</p>
        {storingState.kind === 'failed' && <p>{failureMessages[storingState.failure]}</p>}
      </div>
      {storedImage !== undefined && storedImage.bytes > 0 && (
        <p className="mt-3 flex flex-wrap gap-3">
          {!storedImage.isComplete && (
            <Button onClick={storeFullImage}>
              Save all of it for offline use
              {storedImage.totalBytes !== undefined && ` (${formatBytes(storedImage.totalBytes)})`}
            </Button>
          )}
          <Button onClick={deleteStored}>Delete the machine’s image</Button>
        </p>
      )}
    </div>
  )
}

function statusText(storedImage: StoredImage | undefined): string {
  if (!storedImage?.bytes)
    return 'None of it is stored in this browser. It is downloaded when you start it in a lab.'
  if (storedImage.isComplete)
    return `All of it is stored in this browser (${formatBytes(storedImage.bytes)}), so labs need no network.`
  return `This browser stores ${formatBytes(storedImage.bytes)} of it. Labs download the rest as they need it, which takes a network connection.`
}
