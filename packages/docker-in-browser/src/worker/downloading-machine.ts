import { Emitter } from '../emitter.ts'
import type { ImageManifest } from '../image/image-manifest.ts'
import {
  type ImageSource,
  type Machine,
  MachineError,
  type MachineState,
  toMachineFailure,
} from '../machine.ts'
import type { ImageCache } from './image-cache.ts'

/**
 * A machine that fetches what it starts from. `openCache` gives the cache, and is told how to report progress;
 * `createMachine` the machine over the bytes, which is made at the first start and kept for the next ones.
 */
export function createDownloadingMachine({
  openCache,
  createMachine,
}: {
  openCache: (onProgress: (loaded: number, total: number) => void) => Promise<ImageCache>
  createMachine: (manifest: ImageManifest, source: ImageSource) => Machine
}): Machine {
  let state: MachineState = { kind: 'off' }
  let machineRef: Machine | undefined
  const states = new Emitter<MachineState>()
  const outputs = new Emitter<Uint8Array>()
  const change = (next: MachineState) => {
    state = next
    states.tell(next)
  }
  const running = (): Machine => {
    if (!machineRef) throw new MachineError('not-running', 'the machine has not been started')
    return machineRef
  }

  async function prepare(): Promise<{ machine: Machine; removeOldParts: () => Promise<void> }> {
    if (machineRef) return { machine: machineRef, removeOldParts: async () => undefined }
    const cache = await openCache((loaded, total) => change({ kind: 'loading', loaded, total }))
    const manifest = await cache.manifest()
    await cache.fetchFirst(manifest)
    const machine = createMachine(manifest, cache)
    machine.onState(change)
    machine.onOutput((bytes) => outputs.tell(bytes))
    machineRef = machine
    return { machine, removeOldParts: () => cache.tidy(manifest) }
  }

  return {
    get state() {
      return state
    },
    onState: (listener) => states.listen(listener),
    onOutput: (listener) => outputs.listen(listener),
    async start() {
      try {
        const { machine, removeOldParts } = await prepare()
        change({ kind: 'starting' })
        await machine.start()
        void removeOldParts().catch(() => undefined)
      } catch (error) {
        const failure = toMachineFailure(error)
        if (state.kind !== 'failed') change({ kind: 'failed', failure })
        throw error instanceof MachineError ? error : new MachineError(failure, String(error))
      }
    },
    write: (keys) => machineRef?.write(keys),
    resize: (columns, rows) => machineRef?.resize(columns, rows),
    run: async (script, options) => running().run(script, options),
    readFile: async (path) => running().readFile(path),
    writeFile: async (path, bytes) => running().writeFile(path, bytes),
    dispose() {
      machineRef?.dispose()
      change({ kind: 'off' })
    },
  }
}
