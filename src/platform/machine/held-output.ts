import type { Machine } from './machine.ts'

/** The same machine, whose first listener hears what was shown before it came: a terminal takes a while to load. */
export function withHeldOutput(machine: Machine): Machine {
  let held: Uint8Array[] | undefined = []
  const stop = machine.onOutput((bytes) => held?.push(bytes))
  const onOutput: Machine['onOutput'] = (listener) => {
    for (const bytes of held ?? []) listener(bytes)
    if (held) stop()
    held = undefined
    return machine.onOutput(listener)
  }
  return new Proxy(machine, {
    get: (target, name) => (name === 'onOutput' ? onOutput : Reflect.get(target, name)),
  })
}
