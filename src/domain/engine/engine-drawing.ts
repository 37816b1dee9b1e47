import {
  type Connection,
  type Engine,
  type EngineContainer,
  type EngineImage,
  type EngineNetwork,
  imageName,
  isRunning,
  type Mount,
} from './engine.ts'

/** A network and the containers connected to it. */
export type Lane = { network: EngineNetwork; containers: LaneContainer[] }

/** A container on a lane. It is drawn in full on its first lane (`isMain`) and by name on the others. */
export type LaneContainer = { container: EngineContainer; connection: Connection; isMain: boolean }

/** A volume, or a file or folder of the host, with the containers that mount it. */
export type DrawnStorage = { kind: Mount['kind']; source: string; users: StorageUser[] }
type StorageUser = { container: string; target: string; isReadOnly: boolean }

export type DrawnImage = EngineImage & { name: string; users: string[] }

export type EngineDrawing = {
  lanes: Lane[]
  /** The engine's own networks that nothing is connected to. */
  unusedNetworks: string[]
  /** Containers on no network at all. */
  unconnected: EngineContainer[]
  storage: DrawnStorage[]
  usedImages: DrawnImage[]
  unusedImages: DrawnImage[]
}

/** Created by the engine; `docker network rm` refuses to remove them. */
const ownNetworks = ['bridge', 'host', 'none']

export function drawEngine(engine: Engine): EngineDrawing {
  const drawn = new Set<string>()
  const lanes = [...engine.networks].sort(userNetworksFirst).map((network): Lane => {
    const containers = engine.containers.flatMap((container): LaneContainer[] => {
      const connection = container.connections.find((each) => connectsTo(network, each))
      if (!connection) return []
      const isMain = !drawn.has(container.id)
      drawn.add(container.id)
      return [{ container, connection, isMain }]
    })
    return { network, containers }
  })
  const isShown = ({ network, containers }: Lane) =>
    containers.length > 0 || network.name === 'bridge' || !ownNetworks.includes(network.name)
  const images = engine.images.map((image): DrawnImage => {
    const users = engine.containers.filter(({ imageId }) => imageId === image.id)
    // If the image has several names, the one that its containers use.
    const name = image.names.find((each) => users.some((user) => user.image === each)) ?? imageName(image)
    return { ...image, name, users: users.map((user) => user.name) }
  })
  return {
    lanes: lanes.filter(isShown),
    unusedNetworks: lanes.filter((lane) => !isShown(lane)).map(({ network }) => network.name),
    unconnected: engine.containers.filter(({ id }) => !drawn.has(id)),
    storage: storageOf(engine),
    usedImages: images.filter(({ users }) => users.length > 0),
    unusedImages: images.filter(({ users }) => users.length === 0),
  }
}

/** User-defined networks first, then `bridge`, `host` and `none`. */
function userNetworksFirst(a: EngineNetwork, b: EngineNetwork): number {
  return ownNetworks.indexOf(a.name) - ownNetworks.indexOf(b.name)
}

/** A container that has never run knows its networks only by name. */
function connectsTo(network: EngineNetwork, connection: Connection): boolean {
  return connection.networkId === ''
    ? connection.network === network.name
    : connection.networkId === network.id
}

/** All volumes, used or not, then the mounted files and folders of the host. */
function storageOf({ volumes, containers }: Engine): DrawnStorage[] {
  const usersOf = (kind: Mount['kind'], source: string) =>
    containers.flatMap(({ name, mounts }) =>
      mounts
        .filter((mount) => mount.kind === kind && mount.source === source)
        .map(({ target, isReadOnly }) => ({ container: name, target, isReadOnly })),
    )
  const binds = containers.flatMap(({ mounts }) => mounts).filter(({ kind }) => kind === 'bind')
  const sources = [...new Set(binds.map(({ source }) => source))].sort()
  return [
    ...volumes.map(({ name }) => ({ kind: 'volume' as const, source: name, users: usersOf('volume', name) })),
    ...sources.map((source) => ({ kind: 'bind' as const, source, users: usersOf('bind', source) })),
  ]
}

/** `running`, `exited (1)`, `running, healthy`. */
export function describeCondition(container: Pick<EngineContainer, 'condition' | 'exitCode'>): string {
  const { condition, exitCode } = container
  if (condition === 'exited') return exitCode === undefined ? 'exited' : `exited (${exitCode})`
  if (condition === 'starting') return 'running, health unknown yet'
  return isRunning(container) && condition !== 'running' ? `running, ${condition}` : condition
}

/** A volume that was created without a name has one of 64 hex digits. */
export function shortName(name: string): string {
  return /^[0-9a-f]{64}$/.test(name) ? name.slice(0, 12) : name
}
