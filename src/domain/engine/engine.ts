/** The state of a Docker Engine, as far as the drawing shows it. Lists are sorted by name. */
export type Engine = {
  networks: EngineNetwork[]
  containers: EngineContainer[]
  volumes: EngineVolume[]
  images: EngineImage[]
}

export type EngineNetwork = { id: string; name: string; driver: string; subnet?: string; isInternal: boolean }

/** `healthy`, `unhealthy` and `starting` are running containers that have a health check. */
export const conditions = [
  'created',
  'running',
  'starting',
  'healthy',
  'unhealthy',
  'paused',
  'restarting',
  'exited',
  'removing',
  'dead',
] as const
export type Condition = (typeof conditions)[number]

export type EngineContainer = {
  id: string
  name: string
  /** As it was passed to `docker run`. */
  image: string
  imageId: string
  condition: Condition
  /** Set if the container has exited. */
  exitCode?: number
  /** The name of its Compose service, which is also a name of the container on its networks. */
  service?: string
  ports: PublishedPort[]
  connections: Connection[]
  mounts: Mount[]
}

/** `hostPort` is undefined if the port is only exposed. */
export type PublishedPort = {
  hostPort?: number
  hostAddress?: string
  containerPort: number
  protocol: string
}

export type Connection = { networkId: string; network: string; address?: string }

export type Mount = { kind: 'volume' | 'bind'; source: string; target: string; isReadOnly: boolean }

export type EngineVolume = { name: string }

/** The first name is displayed; an image without a name is displayed by its id. */
export type EngineImage = { id: string; names: string[]; sizeBytes: number }

export function isRunning({ condition }: Pick<EngineContainer, 'condition'>): boolean {
  return ['running', 'starting', 'healthy', 'unhealthy'].includes(condition)
}

/** The name by which an image is displayed. */
export function imageName({ id, names }: Pick<EngineImage, 'id' | 'names'>): string {
  return names[0] ?? shortId(id)
}

export function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12)
}
