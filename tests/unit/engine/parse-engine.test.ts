import { expect, test } from 'vitest'
import { imageName } from '#domain/engine/engine.ts'
import { parseEngine } from '#domain/engine/parse-engine.ts'
import { recordedEngine } from './recorded.ts'

const nothing = { containers: '[]', images: '[]', networks: '[]', volumes: '{"Volumes":null}' }

test('a published port, its network and its address are read', () => {
  expect(recordedEngine('web').containers).toEqual([
    expect.objectContaining({
      name: 'web',
      image: 'web:1.0',
      condition: 'running',
      ports: [{ hostPort: 8080, containerPort: 80, protocol: 'tcp' }],
      connections: [expect.objectContaining({ network: 'bridge', address: '172.17.0.2' })],
    }),
  ])
})

test('a port for one address of the host, health, mounts and networks are read', () => {
  const [api, db, web] = recordedEngine('shop').containers
  expect(web?.ports).toContainEqual({
    hostAddress: '127.0.0.1',
    hostPort: 8443,
    containerPort: 443,
    protocol: 'tcp',
  })
  expect(db).toMatchObject({ condition: 'healthy', mounts: [{ kind: 'volume', source: 'shop_orders' }] })
  expect(api).toMatchObject({ service: 'api', mounts: [{ kind: 'bind', isReadOnly: true }] })
  expect(api?.connections.map(({ network }) => network)).toEqual(['shop_data', 'shop_edge'])
})

test('containers that do not run say how they ended', () => {
  const conditions = recordedEngine('stopped').containers.map(({ name, condition, exitCode }) => [
    name,
    condition,
    exitCode,
  ])
  expect(conditions).toContainEqual(['done', 'exited', 3])
  expect(conditions).toContainEqual(['later', 'created', undefined])
  expect(conditions).toContainEqual(['cache', 'paused', undefined])
})

test('an image without a name is identified by its id', () => {
  const images = JSON.stringify([
    { Id: 'sha256:0123456789abcdef', RepoTags: ['<none>:<none>'], Size: 5 },
    { Id: 'sha256:fedcba9876543210', RepoTags: null, Size: 5 },
    { Id: 'sha256:1', RepoTags: ['web:2.0', 'web:1.0'], Size: 5 },
  ])
  const names = parseEngine({ ...nothing, images })?.images.map(imageName)
  expect(names).toEqual(['0123456789ab', 'fedcba987654', 'web:1.0'])
})

test.each(['', 'null', '{"message":"server error"}', '[{"Id":1}]', '[{'])(
  '%j is not a list of containers',
  (text) => {
    expect(parseEngine({ ...nothing, containers: text })).toBeUndefined()
    expect(parseEngine(nothing)).toEqual({ containers: [], images: [], networks: [], volumes: [] })
  },
)
