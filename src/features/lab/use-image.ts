import { type MachineFailure, readImageSummary, toMachineFailure } from 'docker-in-browser'
import type { ImageSummary } from 'docker-in-browser/image'
import { useEffect, useReducer, useState } from 'react'
import { labImageLocation } from '#platform/lab-image.ts'

/** What is known of the machine's image on this site. */
export type ImageState =
  | { kind: 'unknown' }
  | { kind: 'found'; image: ImageSummary }
  | { kind: 'missing'; failure: MachineFailure }

export type ImageControl = { image: ImageState; readAgain: () => void }

/** Asks for the image's manifest when a page about the machine opens, and again when the network is back. */
export function useImage(): ImageControl {
  const [image, setImage] = useState<ImageState>({ kind: 'unknown' })
  const [attempt, readAgain] = useReducer((count: number) => count + 1, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: reads again at each attempt
  useEffect(() => {
    let isLatest = true
    const setLatest = (state: ImageState) => {
      if (isLatest) setImage(state)
    }
    readImageSummary(labImageLocation()).then(
      (summary) => setLatest({ kind: 'found', image: summary }),
      (error) => setLatest({ kind: 'missing', failure: toMachineFailure(error) }),
    )
    return () => {
      isLatest = false
    }
  }, [attempt])
  useEffect(() => {
    addEventListener('online', readAgain)
    return () => removeEventListener('online', readAgain)
  }, [])
  return { image, readAgain }
}
