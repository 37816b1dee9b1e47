import { useCallback, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type WhyMissing, whyMissing } from '#platform/missing.ts'

/** A part of the site that somebody waits for and that did not come. `tryAgain` fetches all of its name. */
export type Trouble = {
  part: string
  why: WhyMissing
  isTrying: boolean
  goOn: () => void
  tryAgain: () => void
}

/** Not persisted: what this tab waits for, by an object for each call of `patiently`. */
const troubles = createStore<ReadonlyMap<object, Trouble>>(() => new Map())

/**
 * Fetches code or data that is loaded on use, and waits where it does not come: the page stays as it is, says so
 * where the part belongs (`useTrouble`), and the reader decides when to try again. So nothing that waits for a part has
 * to know of failure. `address` is the file to ask for when it failed. A signal ends the waiting.
 */
export async function patiently<Value>(
  part: string,
  load: () => Promise<Value>,
  { address, signal }: { address?: string; signal?: AbortSignal } = {},
): Promise<Value> {
  if (import.meta.env.SSR) return load()
  const call = {}
  try {
    for (;;) {
      try {
        return await load()
      } catch {
        signal?.throwIfAborted()
        const why = await whyMissing(address)
        signal?.throwIfAborted()
        await new Promise<void>((goOn, giveUp) => {
          note(call, { part, why, isTrying: false, goOn, tryAgain: () => tryAgain(part) })
          signal?.addEventListener('abort', () => giveUp(signal.reason))
        })
      }
    }
  } finally {
    if (troubles.getState().has(call)) note(call)
  }
}

function note(call: object, trouble?: Trouble): void {
  const next = new Map(troubles.getState())
  if (trouble) next.set(call, trouble)
  else next.delete(call)
  troubles.setState(next, true)
}

/** The first of these parts that did not come. */
export function useTrouble(...parts: string[]): Trouble | undefined {
  return useStore(troubles, (all) => [...all.values()].find(({ part }) => parts.includes(part)))
}

/** Fetches again all that did not come of this part. */
export function tryAgain(part: string): void {
  for (const [call, trouble] of troubles.getState()) {
    if (trouble.part !== part || trouble.isTrying) continue
    note(call, { ...trouble, isTrying: true })
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
