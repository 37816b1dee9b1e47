/** What a Docker Engine holds, as far as a drawing of it goes. Lists are sorted by name. */
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
  /** As it was given to `docker run`. */
  image: string
  imageId: string
  condition: Condition
  /** Of an exited container. */
  exitCode?: number
  /** What Compose calls it, which is also a name of it on its networks. */
  service?: string
  ports: PublishedPort[]
  connections: Connection[]
  mounts: Mount[]
}

/** `hostPort` is missing if the port is only exposed. */
export type PublishedPort = {
  hostPort?: number
  hostAddress?: string
  containerPort: number
  protocol: string
}

export type Connection = { networkId: string; network: string; address?: string }

export type Mount = { kind: 'volume' | 'bind'; source: string; target: string; isReadOnly: boolean }

export type EngineVolume = { name: string }

/** The first name is the one that is shown; an image without a name is called by its id. */
export type EngineImage = { id: string; names: string[]; sizeBytes: number }

export function isRunning({ condition }: Pick<EngineContainer, 'condition'>): boolean {
  return ['running', 'starting', 'healthy', 'unhealthy'].includes(condition)
}

/** What people call an image. */
export function imageName({ id, names }: Pick<EngineImage, 'id' | 'names'>): string {
  return names[0] ?? shortId(id)
}

export function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12)
}
