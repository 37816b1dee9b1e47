import type { Machine } from './machine.ts'

/** The same machine, whose first listener hears what was shown before it came: a terminal takes a while to load. */
export function withBufferedOutput(machine: Machine): Machine {
  let buffer: Uint8Array[] | undefined = []
  const stop = machine.onOutput((bytes) => buffer?.push(bytes))
  const onOutput: Machine['onOutput'] = (listener) => {
    for (const bytes of buffer ?? []) listener(bytes)
    if (buffer) stop()
    buffer = undefined
    return machine.onOutput(listener)
  }
  return new Proxy(machine, {
    get: (target, name) => (name === 'onOutput' ? onOutput : Reflect.get(target, name)),
  })
}
