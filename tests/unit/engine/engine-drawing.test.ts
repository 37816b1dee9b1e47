import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engine } from '#domain/engine/engine.ts'
import { describeCondition, drawEngine } from '#domain/engine/engine-drawing.ts'
import { anyEngine } from './arbitraries.ts'
import { recordedEngine } from './recorded.ts'

const lanesOf = (engine: Engine) =>
  drawEngine(engine).lanes.map(({ network, containers }) => [
    network.name,
    ...containers.map(({ container, isMain }) => (isMain ? container.name : `(${container.name})`)),
  ])

test('an engine with nothing on it has one lane', () => {
  expect(lanesOf(recordedEngine('empty'))).toEqual([['bridge']])
  expect(drawEngine(recordedEngine('empty')).unusedNetworks).toEqual(['host', 'none'])
})

test('a container on two networks is drawn in full on one of them', () => {
  expect(lanesOf(recordedEngine('shop'))).toEqual([
    ['shop_data', 'shop-api-1', 'shop-db-1'],
    ['shop_edge', '(shop-api-1)', 'shop-web-1'],
    ['bridge'],
  ])
})

test('volumes and mounted folders say who uses them', () => {
  expect(drawEngine(recordedEngine('shop')).storage).toEqual([
    {
      kind: 'volume',
      source: 'shop_orders',
      users: [{ container: 'shop-db-1', target: '/data', isReadOnly: false }],
    },
    {
      kind: 'bind',
      source: '/root/shop/conf',
      users: [{ container: 'shop-api-1', target: '/conf', isReadOnly: true }],
    },
  ])
})

test('images are listed by whether a container uses them', () => {
  const { usedImages, unusedImages } = drawEngine(recordedEngine('web'))
  expect(usedImages.map(({ name, users }) => [name, users])).toEqual([['web:1.0', ['web']]])
  expect(unusedImages.map(({ name }) => name)).toContain('sdk:1.0')
})

test('an image with several names is drawn with the name that its container uses', () => {
  const engine = recordedEngine('web')
  const images = engine.images.map((image) =>
    image.names.includes('web:1.0') ? { ...image, names: ['old:1', 'web:1.0'] } : image,
  )
  expect(drawEngine({ ...engine, images }).usedImages.map(({ name }) => name)).toEqual(['web:1.0'])
})

test.each([
  [{ condition: 'exited', exitCode: 137 }, 'exited (137)'],
  [{ condition: 'healthy' }, 'running, healthy'],
  [{ condition: 'starting' }, 'running, health unknown yet'],
  [{ condition: 'paused' }, 'paused'],
] as const)('%j is "%s"', (container, words) => {
  expect(describeCondition(container)).toBe(words)
})

test('every container, volume and image is drawn, each in full exactly once', () => {
  fc.assert(
    fc.property(anyEngine, (engine) => {
      const { lanes, unconnected, storage, usedImages, unusedImages } = drawEngine(engine)
      const inFull = lanes.flatMap(({ containers }) => containers.filter(({ isMain }) => isMain))
      const containers = [...inFull.map(({ container }) => container), ...unconnected]
      expect(containers.map(({ id }) => id).sort()).toEqual(engine.containers.map(({ id }) => id).sort())
      expect(storage.filter(({ kind }) => kind === 'volume')).toHaveLength(engine.volumes.length)
      expect(usedImages.length + unusedImages.length).toBe(engine.images.length)
    }),
  )
})
