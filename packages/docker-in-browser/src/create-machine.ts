import type { Machine } from './machine.ts'
import type { ImageLocation } from './worker/image-cache.ts'
import { createWorkerClient } from './worker/worker-client.ts'

export type MachineOptions = ImageLocation & {
  /** Called once if the browser has no room for the image; from then on, parts are kept in memory only. */
  onNotPersisted?: () => void
}

/**
 * Creates a machine in a worker of its own, not yet started. Nothing it does blocks the page, and disposing of it
 * frees all its memory. `start()` downloads what is missing of the image and restores the snapshot.
 */
export function createMachine({ onNotPersisted, ...location }: MachineOptions): Machine {
  const worker = new Worker(new URL('./worker/machine-worker.ts', import.meta.url), {
    type: 'module',
    // The name is the only thing that a worker knows before its first message.
    name: JSON.stringify(location),
  })
  return createWorkerClient(worker, onNotPersisted)
}

/** Why this browser cannot run the machine, checked before anything is downloaded. */
export function unsupportedReason(): 'no-webassembly' | 'memory' | undefined {
  if (typeof WebAssembly !== 'object' || typeof Worker !== 'function') return 'no-webassembly'
  // In gigabytes; only Chromium has it.
  const { deviceMemory } = navigator as Navigator & { deviceMemory?: number }
  return deviceMemory !== undefined && deviceMemory < 2 ? 'memory' : undefined
}
