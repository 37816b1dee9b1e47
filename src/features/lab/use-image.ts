import { type MachineFailure, readImageSummary, toMachineFailure } from 'docker-in-browser'
import type { ImageSummary } from 'docker-in-browser/image'
import { useEffect, useReducer, useState } from 'react'
import type { ImageProgress } from '#domain/lab/image-progress.ts'
import { labImageLocation, readImageProgress } from '#platform/lab-image.ts'

/** What is known of the machine's image on this site. */
export type ImageState =
  | { kind: 'unknown' }
  /** `wasUnavailable`: the image was not available when the page was opened. */
  | { kind: 'found'; image: ImageSummary; wasUnavailable?: boolean }
  | { kind: 'preparing'; progress: PreparationProgress }
  /** `reason`: why the server could not get the image. */
  | { kind: 'missing'; failure: MachineFailure; reason?: string }

export type PreparationProgress = NonNullable<ImageProgress> & { state: 'preparing' }

export type ImageControl = { image: ImageState; reload: () => void }

/**
 * Loads the image’s manifest when a page with a machine opens, and again when the network is back. While `npm start` is
 * getting the image, it reports the progress until the image is available.
 */
export function useImage(): ImageControl {
  const [image, setImage] = useState<ImageState>({ kind: 'unknown' })
  const [attempt, reload] = useReducer((count: number) => count + 1, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads again at each attempt
  useEffect(() => {
    const ended = new AbortController()
    followImage((state) => ended.signal.aborted || setImage(state), ended.signal)
    return () => ended.abort()
  }, [attempt])
  useEffect(() => {
    addEventListener('online', reload)
    return () => removeEventListener('online', reload)
  }, [])
  return { image, reload }
}

const pollMillis = 2000

async function followImage(onState: (state: ImageState) => void, signal: AbortSignal): Promise<void> {
  let image = await readImage()
  if (image.kind === 'missing' && image.failure === 'no-image')
    try {
      let progress = await readImageProgress()
      while (progress?.state === 'preparing' && !signal.aborted) {
        onState({ kind: 'preparing', progress })
        await new Promise((resolve) => setTimeout(resolve, pollMillis))
        if (!signal.aborted) progress = await readImageProgress()
      }
      if (progress?.state === 'failed') image = { ...image, reason: progress.message }
      if (progress?.state === 'ready') image = await readImage(true)
    } catch {
      image = { kind: 'missing', failure: 'network' }
    }
  onState(image)
}

async function readImage(wasUnavailable = false): Promise<ImageState> {
  try {
    return { kind: 'found', image: await readImageSummary(labImageLocation()), wasUnavailable }
  } catch (error) {
    return { kind: 'missing', failure: toMachineFailure(error) }
  }
}
