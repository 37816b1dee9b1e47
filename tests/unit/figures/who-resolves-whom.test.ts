import { expect, test } from 'vitest'
import {
  type Asker,
  askers,
  type Container,
  containers,
  networks,
  type Reach,
  reach,
  sentenceOf,
  type Wiring,
  wirings,
} from '#domain/figures/who-resolves-whom.ts'

test.each<[Wiring, Asker, Container, Reach]>([
  ['default', 'proxy', 'db', 'address'],
  ['default', 'blog', 'db', 'address'],
  ['own', 'proxy', 'db', 'name'],
  ['own', 'blog', 'db', 'none'],
  ['own', 'blog', 'proxy', 'port'],
  ['dmz', 'proxy', 'api', 'name'],
  ['dmz', 'proxy', 'db', 'none'],
  ['dmz', 'api', 'db', 'name'],
  ['dmz', 'world', 'proxy', 'port'],
])('%s: from %s to %s it goes by %s', (wiring, asker, container, kind) => {
  expect(reach(wiring, asker, container)).toBe(kind)
})

test.each(wirings)('%s: the world reaches the published port and nothing else', (wiring) => {
  const found = containers.filter((container) => reach(wiring, 'world', container) !== 'none')
  expect(found).toEqual(['proxy'])
})

test.each(wirings)('%s: names resolve on user-defined networks only', (wiring) => {
  for (const { name, hasNames } of networks[wiring]) expect(hasNames).toBe(name !== 'docker0')
})

test.each(wirings.flatMap((wiring) => askers.map((asker) => [wiring, asker] as const)))(
  '%s, %s: the sentence names every container but the one that asks',
  (wiring, asker) => {
    const told = sentenceOf(wiring, asker).split('. ').at(-1) ?? ''
    for (const container of containers) expect(told).toContain(container)
  },
)

test('a sentence says what is reached and what is not', () => {
  expect(sentenceOf('dmz', 'proxy')).toMatch(/proxy reaches api by name, and does not reach db or blog\.$/)
  expect(sentenceOf('own', 'world')).toMatch(
    /The world reaches proxy through port 8080 of the host, and does not/,
  )
})
