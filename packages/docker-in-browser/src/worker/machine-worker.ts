import address from 'v86/build/v86.wasm?url'
import { V86Machine } from '../emulator/v86-machine.ts'
import { type ImageLocation, openImageCache } from './image-cache.ts'
import { type MessageChannelEnd, serveMachine } from './serve-machine.ts'
import type { WorkerEvent } from './worker-messages.ts'

/**
 * The worker that runs the machine. Its name contains the location of the image. A worker is governed by the policy of
 * its own script, not by the page’s: WebAssembly is allowed here and nowhere else.
 */
const location: ImageLocation = JSON.parse(self.name)
const channel = globalThis as unknown as MessageChannelEnd // the worker's own scope; the page's types have no name for it
const notPersistedEvent: WorkerEvent = { kind: 'not-kept' }

/**
 * v86 allocates the guest's memory in a promise that it does not return. If the browser has too little memory, the
 * rejection reaches only the worker's `unhandledrejection`, and the start would never finish.
 */
class ErrorCatchingV86Machine extends V86Machine {
  override async start(): Promise<void> {
    const abortController = new AbortController()
    const unhandledRejection = new Promise<never>((_, reject) => {
      addEventListener('unhandledrejection', ({ reason }) => reject(reason), {
        signal: abortController.signal,
      })
    })
    try {
      await Promise.race([super.start(), unhandledRejection])
    } finally {
      abortController.abort()
    }
  }
}

serveMachine(channel, async (onState) => {
  const cache = await openImageCache({
    ...location,
    onProgress: (loaded, total) => onState({ kind: 'loading', loaded, total }),
    onNotPersisted: () => channel.postMessage(notPersistedEvent),
  })
  const program = await cache.program(new URL(address, self.location.href).href)
  const manifest = await cache.manifest()
  await cache.fetchInitialParts(manifest)
  const machine = new ErrorCatchingV86Machine({ manifest, source: cache, program, now: Date.now })
  // Parts of an older image stay until this one has run.
  const stop = machine.onState(({ kind }) => {
    if (kind !== 'running') return
    stop()
    void cache.deleteOldParts(manifest).catch(() => undefined)
  })
  return machine
})
