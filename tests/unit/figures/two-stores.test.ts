import { expect, test } from 'vitest'
import {
  describeStores,
  gigabytesOf,
  type ImageStore,
  imageStores,
  isOverfull,
  partitionsOf,
} from '#domain/figures/two-stores.ts'

test.each<[ImageStore, boolean, number, number, boolean]>([
  ['overlay2', false, 6, 25, false],
  ['overlay2', true, 6, 25, false],
  ['snapshotter', false, 27, 9, true],
  ['snapshotter', true, 6, 30, false],
  ['switched', false, 27, 25, true],
  ['switched', true, 6, 46, false],
])(
  '%s, containerd moved %s: %i GB on the root partition, %i on the large disk',
  (store, moved, root, large, full) => {
    const partitions = partitionsOf({ store, isContainerdMoved: moved })
    expect(partitions.root.gigabytes).toBe(root)
    expect(partitions.large.gigabytes).toBe(large)
    expect(isOverfull(partitions.root)).toBe(full)
    expect(isOverfull(partitions.large)).toBe(false)
  },
)

const setups = imageStores.flatMap((store) =>
  [false, true].map((isContainerdMoved) => ({ store, isContainerdMoved })),
)

test.each(setups)(
  '$store, moved $isContainerdMoved: volumes stay under /var/lib/docker, on the large disk',
  (setup) => {
    const docker = partitionsOf(setup).large.directories.find(({ path }) => path === '/var/lib/docker')
    expect(docker?.data.map(({ name }) => name)).toContain('volumes')
  },
)

test('only switching stores hides something: everything in the overlay2 store', () => {
  const hiddenOf = (store: ImageStore) =>
    partitionsOf({ store, isContainerdMoved: true }).large.directories.flatMap(({ data }) =>
      data.filter(({ isHidden }) => isHidden),
    )
  expect(hiddenOf('overlay2')).toEqual([])
  expect(hiddenOf('snapshotter')).toEqual([])
  expect(gigabytesOf(hiddenOf('switched'))).toBe(16)
  expect(describeStores({ store: 'switched', isContainerdMoved: false })).toContain('16 GB is still under')
})
