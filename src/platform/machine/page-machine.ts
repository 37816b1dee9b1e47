import { cacheLabCode } from '../cache-lab-code.ts'
import type { Machine } from './machine.ts'
import { createWorkerClient } from './worker-machine.ts'

/**
 * The machine of the labs in a worker of its own: nothing it does holds up the page, and switching it off gives
 * all its memory back. `base` is where the site stands, such as `/`.
 */
export function createMachine(base: string, onNotPersisted: () => void): Machine {
  cacheLabCode()
  const worker = new Worker(new URL('./machine-worker.ts', import.meta.url), {
    type: 'module',
    // A worker's own address is in assets/; it is told where the image lies.
    name: new URL(`${base}lab/manifest.json`, location.href).href,
  })
  return createWorkerClient(worker, onNotPersisted)
}

/** Why this browser cannot run the machine, before anything is downloaded. */
export function cannotRun(): 'no-webassembly' | 'memory' | undefined {
  if (typeof WebAssembly !== 'object' || typeof Worker !== 'function') return 'no-webassembly'
  // Chromium says it in gigabytes; others say nothing.
  const { deviceMemory } = navigator as Navigator & { deviceMemory?: number }
  return deviceMemory !== undefined && deviceMemory < 2 ? 'memory' : undefined
}
