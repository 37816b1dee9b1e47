import type { Machine } from 'docker-in-browser'
import * as v from 'valibot'

/**
 * Asks the engine's own socket: four answers for a small part of what four calls of the client would cost the
 * machine.
 */
const queryScript = `for path in 'containers/json?all=1' images/json networks volumes; do
  curl -s --max-time 20 --unix-socket /var/run/docker.sock "http://docker/$path" || echo null
  echo
done`

const containerSchema = v.object({
  Id: v.string(),
  Names: v.array(v.string()),
  Image: v.string(),
  State: v.string(),
  Status: v.string(),
})
const imageSchema = v.object({ Id: v.string(), RepoTags: v.nullish(v.array(v.string())), Size: v.number() })
const networkSchema = v.object({ Id: v.string(), Name: v.string(), Driver: v.string() })
const volumesSchema = v.object({
  Volumes: v.nullish(v.array(v.object({ Name: v.string(), Driver: v.string() }))),
})

/** One line of the picture: what it is called, and what is to be said of it. */
export type EngineResource = { id: string; name: string; about: string; isRunning?: boolean }
export type EngineState = Record<'containers' | 'images' | 'networks' | 'volumes', EngineResource[]>

export async function queryEngine(machine: Machine): Promise<EngineState | undefined> {
  const { output } = await machine.run(queryScript)
  return parseEngineState(output)
}

/** Four lines of JSON, or nothing when the engine didn't answer: it may be stopped, as one lab does. */
export function parseEngineState(output: string): EngineState | undefined {
  try {
    const [containers, images, networks, volumes] = output
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line))
    return {
      containers: v.parse(v.array(containerSchema), containers).map((found) => ({
        id: found.Id,
        name: found.Names[0]?.replace(/^\//, '') ?? found.Id.slice(0, 12),
        about: `${found.Image} · ${found.Status}`,
        isRunning: found.State === 'running',
      })),
      images: v.parse(v.array(imageSchema), images).map((found) => ({
        id: found.Id,
        name: found.RepoTags?.[0] ?? '<none>',
        about: `${(found.Size / 1e6).toFixed(1)} MB`,
      })),
      networks: v
        .parse(v.array(networkSchema), networks)
        .map(({ Id, Name, Driver }) => ({ id: Id, name: Name, about: Driver })),
      volumes: (v.parse(volumesSchema, volumes).Volumes ?? []).map(({ Name, Driver }) => ({
        id: Name,
        name: Name,
        about: Driver,
      })),
    }
  } catch {
    return undefined
  }
}
