import { expect, test } from 'vitest'
import {
  type ClientEndpoint,
  type Container,
  clientEndpoints,
  containers,
  describeReachability,
  type NetworkLayout,
  networkLayouts,
  networks,
  type Reachability,
  reachabilityOf,
} from '#domain/figures/who-resolves-whom.ts'

test.each<[NetworkLayout, ClientEndpoint, Container, Reachability]>([
  ['default', 'web', 'db', 'address'],
  ['default', 'blog', 'db', 'address'],
  ['own', 'web', 'db', 'name'],
  ['own', 'blog', 'db', 'none'],
  ['own', 'blog', 'web', 'port'],
  ['dmz', 'web', 'api', 'name'],
  ['dmz', 'web', 'db', 'none'],
  ['dmz', 'api', 'db', 'name'],
  ['dmz', 'world', 'web', 'port'],
])('%s: %s reaches %s by %s', (layout, client, container, kind) => {
  expect(reachabilityOf(layout, client, container)).toBe(kind)
})

test.each(networkLayouts)('%s: the world reaches the published port and nothing else', (layout) => {
  const found = containers.filter((container) => reachabilityOf(layout, 'world', container) !== 'none')
  expect(found).toEqual(['web'])
})

test.each(networkLayouts)('%s: names resolve on user-defined networks only', (layout) => {
  for (const { name, hasNames } of networks[layout]) expect(hasNames).toBe(name !== 'docker0')
})

test.each(networkLayouts.flatMap((layout) => clientEndpoints.map((client) => [layout, client] as const)))(
  '%s, %s: the description names every container except the client',
  (layout, client) => {
    const lastSentence = describeReachability(layout, client).split('. ').at(-1) ?? ''
    for (const container of containers) expect(lastSentence).toContain(container)
  },
)

test('the description lists reachable and unreachable endpoints', () => {
  expect(describeReachability('dmz', 'web')).toMatch(
    /`web` reaches `api` by name, and does not reach `db` or `blog`\.$/,
  )
  expect(describeReachability('own', 'world')).toMatch(
    /The world reaches `web` through port 8080 of the host, and does not/,
  )
})
