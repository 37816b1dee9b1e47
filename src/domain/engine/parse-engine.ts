import * as v from 'valibot'
import {
  type Condition,
  type Engine,
  type EngineContainer,
  type EngineImage,
  type EngineNetwork,
  imageName,
  type Mount,
  shortId,
} from './engine.ts'

/** The lists that the engine is asked for; each value is the text of a response. */
export const engineLists = ['containers', 'images', 'networks', 'volumes'] as const
export type EngineLists = Record<(typeof engineLists)[number], string>

const list = <Schema extends v.GenericSchema>(item: Schema) => v.nullish(v.array(item), [])

const networkSchema = v.object({
  Id: v.string(),
  Name: v.string(),
  Driver: v.string(),
  Internal: v.optional(v.boolean(), false),
  IPAM: v.nullish(v.object({ Config: list(v.object({ Subnet: v.nullish(v.string()) })) })),
})
const connectionSchema = v.object({
  NetworkID: v.nullish(v.string()),
  IPAddress: v.nullish(v.string()),
})
const containerSchema = v.object({
  Id: v.string(),
  Names: list(v.string()),
  Image: v.string(),
  ImageID: v.string(),
  State: v.string(),
  Status: v.string(),
  Labels: v.nullish(v.record(v.string(), v.string())),
  Ports: list(
    v.object({
      IP: v.nullish(v.string()),
      PrivatePort: v.number(),
      PublicPort: v.nullish(v.number()),
      Type: v.string(),
    }),
  ),
  NetworkSettings: v.nullish(v.object({ Networks: v.nullish(v.record(v.string(), connectionSchema)) })),
  Mounts: list(
    v.object({
      Type: v.string(),
      Name: v.nullish(v.string()),
      Source: v.nullish(v.string()),
      Destination: v.string(),
      RW: v.optional(v.boolean(), true),
    }),
  ),
})
const imageSchema = v.object({ Id: v.string(), RepoTags: list(v.string()), Size: v.number() })
const volumesSchema = v.object({ Volumes: list(v.object({ Name: v.string() })) })

/** Undefined if a text is not a response of the engine. */
export function parseEngine(lists: EngineLists): Engine | undefined {
  try {
    const containers = v.parse(v.array(containerSchema), JSON.parse(lists.containers))
    const images = v.parse(v.array(imageSchema), JSON.parse(lists.images))
    const networks = v.parse(v.array(networkSchema), JSON.parse(lists.networks))
    const { Volumes: volumes } = v.parse(volumesSchema, JSON.parse(lists.volumes))
    return {
      containers: containers.map(toContainer).sort(byName),
      images: images.map(toImage).sort((a, b) => compare(imageName(a), imageName(b))),
      networks: networks.map(toNetwork).sort(byName),
      volumes: volumes.map(({ Name }) => ({ name: Name })).sort(byName),
    }
  } catch {
    return undefined
  }
}

function toNetwork(found: v.InferOutput<typeof networkSchema>): EngineNetwork {
  const subnet = found.IPAM?.Config.find(({ Subnet }) => Subnet?.includes('.'))?.Subnet
  const { Id: id, Name: name, Driver: driver, Internal: isInternal } = found
  return { id, name, driver, isInternal, ...(subnet && { subnet }) }
}

function toContainer(found: v.InferOutput<typeof containerSchema>): EngineContainer {
  const name = found.Names.find((each) => /^\/[^/]+$/.test(each))?.slice(1) ?? shortId(found.Id)
  const exitCode = /^Exited \((\d+)\)/.exec(found.Status)?.[1]
  const service = found.Labels?.['com.docker.compose.service']
  return {
    id: found.Id,
    name,
    // If the name now refers to another image, the engine reports the id instead.
    image: found.Image.startsWith('sha256:') ? shortId(found.Image) : found.Image,
    imageId: found.ImageID,
    condition: conditionOf(found.State, found.Status),
    ...(exitCode !== undefined && { exitCode: Number(exitCode) }),
    ...(service && { service }),
    ports: portsOf(found.Ports),
    connections: Object.entries(found.NetworkSettings?.Networks ?? {})
      .map(([network, { NetworkID, IPAddress }]) => ({
        networkId: NetworkID ?? '',
        network,
        ...(IPAddress && { address: IPAddress }),
      }))
      .sort((a, b) => compare(a.network, b.network)),
    mounts: found.Mounts.flatMap(toMount).sort((a, b) => compare(a.target, b.target)),
  }
}

/** The status of a running container includes the result of its health check: `Up 5 seconds (healthy)`. */
function conditionOf(state: string, status: string): Condition {
  switch (state) {
    case 'running':
      if (status.includes('(healthy)')) return 'healthy'
      if (status.includes('(unhealthy)')) return 'unhealthy'
      return status.includes('(health: starting)') ? 'starting' : 'running'
    case 'created':
    case 'paused':
    case 'restarting':
    case 'removing':
    case 'dead':
      return state
    default:
      return 'exited'
  }
}

/** A port that is published for both IPv4 and IPv6 is listed once. */
function portsOf(found: v.InferOutput<typeof containerSchema>['Ports']): EngineContainer['ports'] {
  const ports = new Map<string, EngineContainer['ports'][number]>()
  for (const { IP, PrivatePort, PublicPort, Type } of found) {
    const isEverywhere = !IP || IP === '0.0.0.0' || IP === '::'
    ports.set(`${PublicPort} ${PrivatePort} ${Type} ${isEverywhere ? '' : IP}`, {
      ...(PublicPort && { hostPort: PublicPort }),
      ...(!isEverywhere && IP && { hostAddress: IP }),
      containerPort: PrivatePort,
      protocol: Type,
    })
  }
  return [...ports.values()].sort(
    (a, b) => a.containerPort - b.containerPort || (a.hostPort ?? 0) - (b.hostPort ?? 0),
  )
}

function toMount({
  Type,
  Name,
  Source,
  Destination: target,
  RW,
}: v.InferOutput<typeof containerSchema>['Mounts'][number]): Mount[] {
  const source = Type === 'volume' ? Name : Source
  if ((Type !== 'volume' && Type !== 'bind') || !source) return []
  return [{ kind: Type, source, target, isReadOnly: !RW }]
}

function toImage({ Id: id, RepoTags, Size: sizeBytes }: v.InferOutput<typeof imageSchema>): EngineImage {
  return { id, names: RepoTags.filter((tag) => tag !== '<none>:<none>').sort(compare), sizeBytes }
}

function byName(a: { name: string }, b: { name: string }): number {
  return compare(a.name, b.name)
}

/** Compares code units, so that the order does not depend on the browser’s language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
