import { useCallback, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { diagnoseLoadFailure, type LoadFailureReason } from '#platform/load-failure.ts'

/** A part of the site that somebody waits for and that did not come. `tryAgain` fetches all of its name. */
export type LoadFailure = {
  part: string
  why: LoadFailureReason
  isTrying: boolean
  goOn: () => void
  tryAgain: () => void
}

/** Not persisted: what this tab waits for, by an object for each call of `patiently`. */
const loadFailures = createStore<ReadonlyMap<object, LoadFailure>>(() => new Map())

/**
 * Fetches code or data that is loaded on use, and waits where it does not come: the page stays as it is, says so
 * where the part belongs (`useLoadFailure`), and the reader decides when to try again. So nothing that waits for a part has
 * to know of failure. `address` is the file to ask for when it failed. A signal ends the waiting.
 */
export async function loadWithRetry<Value>(
  name: string,
  load: () => Promise<Value>,
  { address, signal }: { address?: string; signal?: AbortSignal } = {},
): Promise<Value> {
  if (import.meta.env.SSR) return load()
  const loadId = {}
  try {
    for (;;) {
      try {
        return await load()
      } catch {
        signal?.throwIfAborted()
        const reason = await diagnoseLoadFailure(address)
        signal?.throwIfAborted()
        await new Promise<void>((resume, rejectWait) => {
          setLoadFailure(loadId, {
            part: name,
            why: reason,
            isTrying: false,
            goOn: resume,
            tryAgain: () => retryLoad(name),
          })
          signal?.addEventListener('abort', () => rejectWait(signal.reason))
        })
      }
    }
  } finally {
    if (loadFailures.getState().has(loadId)) setLoadFailure(loadId)
  }
}

function setLoadFailure(loadId: object, trouble?: LoadFailure): void {
  const next = new Map(loadFailures.getState())
  if (trouble) next.set(loadId, trouble)
  else next.delete(loadId)
  loadFailures.setState(next, true)
}

/** The first of these parts that did not come. */
export function useLoadFailure(...parts: string[]): LoadFailure | undefined {
  return useStore(loadFailures, (all) => [...all.values()].find(({ part }) => parts.includes(part)))
}

/** Fetches again all that did not come of this part. */
export function retryLoad(name: string): void {
  for (const [loadId, trouble] of loadFailures.getState()) {
    if (trouble.part !== name || trouble.isTrying) continue
    setLoadFailure(loadId, { ...trouble, isTrying: true })
    trouble.goOn()
  }
}

/** A signal for what a component waits for: it ends when the component leaves, or asks for something newer. */
export function useLatestSignal(): () => AbortSignal {
  const latest = useRef<AbortController>(undefined)
  useEffect(() => () => latest.current?.abort(), [])
  return useCallback(() => {
    latest.current?.abort()
    latest.current = new AbortController()
    return latest.current.signal
  }, [])
}
