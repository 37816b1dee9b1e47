import type { Engine } from '#domain/engine/engine.ts'
import { parseEngine } from '#domain/engine/parse-engine.ts'
import recorded from './recorded-engines.json' with { type: 'json' }

export type RecordedEngine = keyof typeof recorded

/** A state of the labs' engine: its four lists, recorded on the machine after a command. */
export function recordedEngine(name: RecordedEngine): Engine {
  const { containers, images, networks, volumes } = recorded[name]
  const engine = parseEngine({
    containers: JSON.stringify(containers),
    images: JSON.stringify(images),
    networks: JSON.stringify(networks),
    volumes: JSON.stringify(volumes),
  })
  if (!engine) throw new Error(`The recording ${name} is not what an engine responds with.`)
  return engine
}
