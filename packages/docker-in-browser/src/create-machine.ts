import type { Machine } from './machine.ts'
import type { ImageLocation } from './worker/image-cache.ts'
import { createWorkerClient } from './worker/worker-client.ts'

export type MachineOptions = ImageLocation & {
  /** Called once when the browser has no room for the image: from then on it is in memory only. */
  onNotPersisted?: () => void
}

/**
 * A machine that is off, in a worker of its own: nothing it does blocks the page, and disposing of it frees all its
 * memory. `start()` downloads the image that is missing and restores the snapshot.
 */
export function createMachine({ onNotPersisted, ...location }: MachineOptions): Machine {
  const worker = new Worker(new URL('./worker/machine-worker.ts', import.meta.url), {
    type: 'module',
    // A worker learns nothing else before its first message.
    name: JSON.stringify(location),
  })
  return createWorkerClient(worker, onNotPersisted)
}

/** Why this browser cannot run the machine, before anything is downloaded. */
export function unsupportedReason(): 'no-webassembly' | 'memory' | undefined {
  if (typeof WebAssembly !== 'object' || typeof Worker !== 'function') return 'no-webassembly'
  // Chromium says it in gigabytes; others say nothing.
  const { deviceMemory } = navigator as Navigator & { deviceMemory?: number }
  return deviceMemory !== undefined && deviceMemory < 2 ? 'memory' : undefined
}
