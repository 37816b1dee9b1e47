import { useCallback, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { diagnoseLoadFailure, type LoadFailureReason } from '#platform/diagnose-load-failure.ts'

/** A part of the site that failed to load or takes long. `retry` retries all loads of the part. */
export type LoadFailure = {
  part: string
  reason: LoadFailureReason | 'slow'
  isRetrying?: true
  resume: () => void
  retry: () => void
}

/** The failed loads of this tab, by an object for each call of `loadWithRetry`. */
const loadFailures = createStore<ReadonlyMap<object, LoadFailure>>(() => new Map())

/** How long a load may take before the page says that it is slow. The load goes on. */
const patienceMillis = 20_000

/**
 * Loads code or data on demand. On failure, or if nothing arrives for long, the page stays as it is and shows a notice
 * (`useLoadFailure`) until the reader retries or the load ends after all, so callers need not handle failures. `address`
 * is the file to diagnose the failure with. Rejects only when the signal aborts.
 */
export async function loadWithRetry<Value>(
  part: string,
  load: () => Promise<Value>,
  { address, signal }: { address?: string; signal?: AbortSignal } = {},
): Promise<Value> {
  if (import.meta.env.SSR) return load()
  const loadId = {}
  /** A slow load may still arrive after it was retried. */
  const loads: Promise<Value>[] = []
  let slowTimer: ReturnType<typeof setTimeout> | undefined
  try {
    for (;;) {
      const count = loads.push((async () => load())())
      const arrived = await new Promise<{ value: Value } | undefined>((resolve, reject) => {
        const report = (reason: LoadFailure['reason']) =>
          setLoadFailure(loadId, {
            part,
            reason,
            resume: () => resolve(undefined),
            retry: () => retryLoad(part),
          })
        const onFailure = async () => {
          clearTimeout(slowTimer)
          const reason = await diagnoseLoadFailure(address)
          if (signal?.aborted) reject(signal.reason)
          else report(reason)
        }
        slowTimer = setTimeout(report, patienceMillis, 'slow')
        signal?.addEventListener('abort', () => reject(signal.reason))
        Promise.any(loads)
          .then((value) => resolve({ value }))
          // If it was retried meanwhile, the later loads decide.
          .catch(() => (count === loads.length ? onFailure() : undefined))
      })
      if (arrived) return arrived.value
    }
  } finally {
    clearTimeout(slowTimer)
    if (loadFailures.getState().has(loadId)) setLoadFailure(loadId)
  }
}

function setLoadFailure(loadId: object, loadFailure?: LoadFailure): void {
  const next = new Map(loadFailures.getState())
  if (loadFailure) next.set(loadId, loadFailure)
  else next.delete(loadId)
  loadFailures.setState(next, true)
}

/** The first of these parts that failed to load. */
export function useLoadFailure(...parts: string[]): LoadFailure | undefined {
  return useStore(loadFailures, (all) => [...all.values()].find(({ part }) => parts.includes(part)))
}

/** Retries all failed loads of this part. */
export function retryLoad(part: string): void {
  for (const [loadId, loadFailure] of loadFailures.getState()) {
    if (loadFailure.part !== part || loadFailure.isRetrying) continue
    setLoadFailure(loadId, { ...loadFailure, isRetrying: true })
    loadFailure.resume()
  }
}

/** Returns a function that creates a signal, which aborts on unmount or when a newer one is created. */
export function useLatestSignal(): () => AbortSignal {
  const latest = useRef<AbortController>(undefined)
  useEffect(() => () => latest.current?.abort(), [])
  return useCallback(() => {
    latest.current?.abort()
    latest.current = new AbortController()
    return latest.current.signal
  }, [])
}
