import { createStateFactory, type FigureState } from './figure-state.ts'

/**
 * Plate 7.5: what each directory of a rootful host contains with each image store, and which partition it fills.
 * `switched` is a host that changed from one store to the other and pulled its images again.
 */
export const imageStores = ['overlay2', 'snapshotter', 'switched'] as const
export type ImageStore = (typeof imageStores)[number]

/** The large disk is mounted at Docker’s directory; if `isContainerdMoved`, it has containerd’s directory as well. */
export type StoreSetup = { store: ImageStore; isContainerdMoved: boolean }

export type StoredData = { name: string; gigabytes: number; isHidden: boolean }
export type StoreDirectory = { path: string; data: StoredData[] }
export type Partition = {
  name: string
  capacity: number
  gigabytes: number
  directories: StoreDirectory[]
}

const systemGigabytes = 6
const capacities = { root: 20, large: 200 }

const data = (name: string, gigabytes: number, isHidden = false): StoredData => ({
  name,
  gigabytes,
  isHidden,
})

/** An example. How much compression saves differs between images. */
const unpacked = data('layers, unpacked', 12)
const compressed = data('layers, compressed', 5)
const writable = data('writable layers', 1)
const cache = data('build cache', 3)
/** Volumes, and the files that Docker keeps for each container, are in neither store. */
const outsideBothStores = [data('volumes', 8), data('logs, configuration', 1)]
const graphDriver = [unpacked, writable, cache]

export function gigabytesOf(stored: readonly StoredData[]): number {
  return stored.reduce((sum, { gigabytes }) => sum + gigabytes, 0)
}

function directoriesOf(store: ImageStore): {
  docker: StoreDirectory
  containerd: StoreDirectory | undefined
} {
  const docker = (stored: StoredData[]) => ({
    path: '/var/lib/docker',
    data: [...stored, ...outsideBothStores],
  })
  if (store === 'overlay2') return { docker: docker(graphDriver), containerd: undefined }
  const old = store === 'switched' ? [data('old store, hidden', gigabytesOf(graphDriver), true)] : []
  return {
    docker: docker(old),
    containerd: { path: '/var/lib/containerd', data: [compressed, unpacked, writable, cache] },
  }
}

export function partitionsOf({ store, isContainerdMoved }: StoreSetup): {
  root: Partition
  large: Partition
} {
  const { docker, containerd } = directoriesOf(store)
  const onRoot = containerd && !isContainerdMoved ? [containerd] : []
  const onLarge = containerd && isContainerdMoved ? [docker, containerd] : [docker]
  const system = { path: '', data: [data('the system', systemGigabytes)] }
  return {
    root: partition('root partition', capacities.root, [system, ...onRoot]),
    large: partition('large disk', capacities.large, onLarge),
  }
}

function partition(name: string, capacity: number, directories: StoreDirectory[]): Partition {
  return { name, capacity, directories, gigabytes: gigabytesOf(directories.flatMap((each) => each.data)) }
}

export function isOverfull({ gigabytes, capacity }: Partition): boolean {
  return gigabytes > capacity
}

export function describeStores(setup: StoreSetup): string {
  const { root, large } = partitionsOf(setup)
  if (setup.store === 'overlay2')
    return `\`overlay2\` keeps everything under \`/var/lib/docker\`. The large disk holds it: ${large.gigabytes} of ${large.capacity} GB.`
  const old =
    setup.store === 'switched'
      ? ` The old store’s ${gigabytesOf(graphDriver)} GB is still under \`/var/lib/docker\`, hidden.`
      : ''
  if (setup.isContainerdMoved)
    return `Both directories are on the large disk: ${large.gigabytes} of ${large.capacity} GB, with each layer compressed and unpacked.${old}`
  const empty = setup.store === 'snapshotter' ? ' The large disk stays nearly empty.' : ''
  return `The layers are in \`/var/lib/containerd\`, compressed and unpacked. That is on the root partition, and ${root.gigabytes} GB doesn’t fit into ${root.capacity} GB.${empty}${old}`
}

const state = createStateFactory(describeStores)

export const figureStates: FigureState<StoreSetup>[] = [
  state('overlay2', '`overlay2`', { store: 'overlay2', isContainerdMoved: false }),
  state('snapshotter', '`overlayfs` snapshotter', { store: 'snapshotter', isContainerdMoved: false }),
  state('both-moved', 'Both directories on the large disk', {
    store: 'snapshotter',
    isContainerdMoved: true,
  }),
  state('switched', 'After a switch', { store: 'switched', isContainerdMoved: true }),
]
