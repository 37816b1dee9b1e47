import type { ImageManifest } from '#domain/lab/image.ts'
import type { ImageCache } from './image-cache.ts'
import {
  type ImageSource,
  type Machine,
  MachineError,
  type MachineFault,
  type MachineState,
} from './machine.ts'

/**
 * A machine that fetches what it starts from. `open` gives the cache, and is told how to report progress;
 * `make` the machine over the bytes, which is made at the first start and kept for the next ones.
 */
export function downloadingMachine({
  open,
  make,
}: {
  open: (onProgress: (loaded: number, total: number) => void) => Promise<ImageCache>
  make: (manifest: ImageManifest, source: ImageSource) => Machine
}): Machine {
  let state: MachineState = { kind: 'off' }
  let inner: Machine | undefined
  const states = new Set<(state: MachineState) => void>()
  const outputs = new Set<(bytes: Uint8Array) => void>()
  const change = (next: MachineState) => {
    state = next
    for (const listener of [...states]) listener(next)
  }
  const running = (): Machine => {
    if (!inner) throw new MachineError('not-running', 'the machine has not been started')
    return inner
  }

  async function prepare(): Promise<{ machine: Machine; tidy: () => Promise<void> }> {
    if (inner) return { machine: inner, tidy: async () => undefined }
    const cache = await open((loaded, total) => change({ kind: 'loading', loaded, total }))
    const manifest = await cache.manifest()
    await cache.fetchFirst(manifest)
    const machine = make(manifest, cache)
    machine.onState((next) => {
      // It counts its parts once more, from the cache, in no time.
      if (next.kind !== 'loading') change(next)
    })
    machine.onOutput((bytes) => {
      for (const listener of [...outputs]) listener(bytes)
    })
    inner = machine
    return { machine, tidy: () => cache.tidy(manifest) }
  }

  return {
    get state() {
      return state
    },
    onState(listener) {
      states.add(listener)
      return () => states.delete(listener)
    },
    onOutput(listener) {
      outputs.add(listener)
      return () => outputs.delete(listener)
    },
    async start() {
      try {
        const { machine, tidy } = await prepare()
        change({ kind: 'starting' })
        await machine.start()
        void tidy().catch(() => undefined)
      } catch (error) {
        const fault = faultOf(error)
        if (state.kind !== 'failed') change({ kind: 'failed', fault })
        throw error instanceof MachineError ? error : new MachineError(fault, String(error))
      }
    },
    write: (keys) => inner?.write(keys),
    resize: (columns, rows) => inner?.resize(columns, rows),
    run: async (script, options) => running().run(script, options),
    readFile: async (path) => running().readFile(path),
    writeFile: async (path, bytes) => running().writeFile(path, bytes),
    dispose() {
      inner?.dispose()
      change({ kind: 'off' })
    },
  }
}

function faultOf(error: unknown): MachineFault {
  if (error instanceof MachineError) {
    const { fault } = error
    return fault === 'not-running' || fault === 'timeout' || fault === 'no-such-file' ? 'crashed' : fault
  }
  // An array of the guest's memory that the browser will not give.
  return error instanceof RangeError ? 'memory' : 'crashed'
}
