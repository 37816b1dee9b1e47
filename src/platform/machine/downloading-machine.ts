import type { ImageManifest } from '#domain/lab/image.ts'
import { Broadcast } from './broadcast.ts'
import type { ImageCache } from './image-cache.ts'
import { type ImageSource, type Machine, MachineError, type MachineState, machineFaultOf } from './machine.ts'

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
  const states = new Broadcast<MachineState>()
  const outputs = new Broadcast<Uint8Array>()
  const change = (next: MachineState) => {
    state = next
    states.tell(next)
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
    machine.onState(change)
    machine.onOutput((bytes) => outputs.tell(bytes))
    inner = machine
    return { machine, tidy: () => cache.tidy(manifest) }
  }

  return {
    get state() {
      return state
    },
    onState: (listener) => states.listen(listener),
    onOutput: (listener) => outputs.listen(listener),
    async start() {
      try {
        const { machine, tidy } = await prepare()
        change({ kind: 'starting' })
        await machine.start()
        void tidy().catch(() => undefined)
      } catch (error) {
        const fault = machineFaultOf(error)
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
