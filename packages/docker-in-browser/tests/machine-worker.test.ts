import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Emitter } from '../src/emitter.ts'
import type { MachineState } from '../src/machine.ts'
import { createWorkerClient } from '../src/worker/worker-client.ts'
import { fakeImage, manifestAddress, site } from '../testing/fake-image.ts'
import { fakeWeb } from '../testing/fake-web.ts'

/** Resolves when v86 has created its machine; never if the browser has too little memory. */
let made: Promise<void>

vi.mock('../src/emulator/v86-machine.ts', () => ({
  V86Machine: class {
    #states = new Emitter<MachineState>()
    onState(listener: (state: MachineState) => void) {
      return this.#states.listen(listener)
    }
    onOutput() {
      return () => undefined
    }
    async start() {
      this.#states.emit({ kind: 'starting' })
      await made
      this.#states.emit({ kind: 'running' })
    }
  },
}))

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

/** The page's machine, and the worker's script running in a fake worker scope. */
async function worker() {
  const web = fakeWeb(fakeImage().files)
  web.onRequest = (address) => {
    if (address.includes('v86.wasm')) web.files.set(address, new Uint8Array(1))
  }
  const scope = new EventTarget()
  const page = new EventTarget()
  const dispatch = (target: EventTarget, type: string, content: object) =>
    target.dispatchEvent(Object.assign(new Event(type), content))
  vi.stubGlobal('self', {
    name: JSON.stringify({ manifestAddress, cacheName: 'images' }),
    location: new URL(site),
  })
  vi.stubGlobal('addEventListener', scope.addEventListener.bind(scope))
  vi.stubGlobal('postMessage', (data: unknown) => dispatch(page, 'message', { data }))
  await import('../src/worker/machine-worker.ts')
  const machine = createWorkerClient({
    postMessage: (data) => dispatch(scope, 'message', { data }),
    addEventListener: (type, listener) =>
      page.addEventListener(type, (event) => listener(event as MessageEvent)),
    terminate: () => undefined,
  })
  return { machine, rejectUnhandled: (reason: unknown) => dispatch(scope, 'unhandledrejection', { reason }) }
}

const noMemory = () => new RangeError('Invalid typed array length: 536870912')

test('a start without enough memory fails, although v86 does not report it', async () => {
  made = new Promise(() => undefined)
  const { machine, rejectUnhandled } = await worker()
  const start = machine.start()
  await vi.waitFor(() => expect(machine.state.kind).toBe('starting'))
  rejectUnhandled(noMemory())
  await expect(start).rejects.toMatchObject({ failure: 'memory' })
  expect(machine.state).toEqual({ kind: 'failed', failure: 'memory' })
})

test('an unhandled rejection outside a start does not stop the machine', async () => {
  made = Promise.resolve()
  const { machine, rejectUnhandled } = await worker()
  rejectUnhandled(noMemory())
  await machine.start()
  rejectUnhandled(noMemory())
  await machine.start()
  expect(machine.state.kind).toBe('running')
})
