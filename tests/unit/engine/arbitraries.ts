import fc from 'fast-check'
import { conditions, type Engine, type EngineContainer } from '#domain/engine/engine.ts'

const name = fc.constantFrom('web', 'api', 'db', 'cache', 'shop_edge')
const id = fc.constantFrom('1', '2', '3', '4')
const networkIds = ['n1', 'n2', 'n3']
const imageIds = ['sha256:i1', 'sha256:i2', 'sha256:i3']

const container: fc.Arbitrary<EngineContainer> = fc.record({
  id,
  name,
  image: fc.constantFrom('web:1.0', 'api:1'),
  imageId: fc.constantFrom(...imageIds),
  condition: fc.constantFrom(...conditions),
  ports: fc.uniqueArray(
    fc.record({
      hostPort: fc.integer({ min: 1, max: 65535 }),
      containerPort: fc.integer({ min: 1, max: 65535 }),
      protocol: fc.constantFrom('tcp', 'udp'),
    }),
    { selector: ({ hostPort }) => hostPort, maxLength: 2 },
  ),
  connections: fc
    .subarray(networkIds)
    .map((ids) => ids.map((networkId) => ({ networkId, network: `net-${networkId}` }))),
  mounts: fc.array(
    fc.record({
      kind: fc.constantFrom('volume', 'bind'),
      source: fc.constantFrom('orders', '/root/conf'),
      target: fc.constantFrom('/data', '/conf'),
      isReadOnly: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
})

const unique = <Thing>(thing: fc.Arbitrary<Thing>, selector: (thing: Thing) => string) =>
  fc.uniqueArray(thing, { selector, maxLength: 4 })

/** States of an engine with few names and ids, so that two states often have some in common. */
export const anyEngine: fc.Arbitrary<Engine> = fc.record({
  networks: fc.subarray(networkIds).map((ids) =>
    ids.map((networkId) => ({
      id: networkId,
      name: `net-${networkId}`,
      driver: 'bridge',
      isInternal: false,
    })),
  ),
  containers: unique(container, (each) => each.id),
  volumes: unique(fc.record({ name: fc.constantFrom('orders', 'logs') }), (each) => each.name),
  images: unique(
    fc.record({
      id: fc.constantFrom(...imageIds),
      names: fc.subarray(['api:1', 'web:1.0']),
      sizeBytes: fc.nat(),
    }),
    (each) => each.id,
  ),
})
