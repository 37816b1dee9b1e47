import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Answer,
  addressesOf,
  answerTo,
  type Client,
  clients,
  containers,
  describeLookup,
  exampleNames,
  figureStates,
  nameProblem,
  networksOf,
} from '#domain/figures/name-lookup.ts'

const front = ['172.18.0.3', '172.18.0.4']
const back = ['172.19.0.2', '172.19.0.3']
const database = ['172.19.0.4']

test.each<[Client, string, Answer['by'], string[]]>([
  ['api', 'localhost', 'hosts file', []],
  ['blog', 'localhost', 'hosts file', []],
  ['web', 'api', 'embedded', front],
  ['db', 'api', 'embedded', back],
  ['api', 'api', 'embedded', front],
  ['web', 'api.shop_front', 'embedded', front],
  ['api', 'api.shop_back', 'embedded', back],
  ['web', 'api.shop_back', 'upstream', []],
  ['api', 'db', 'embedded', database],
  ['api', 'database', 'embedded', database],
  ['api', 'shop-db-1', 'embedded', database],
  ['api', 'DB.', 'embedded', database],
  ['web', 'db', 'upstream', []],
  ['web', 'database', 'upstream', []],
  ['web', 'blog', 'upstream', []],
  ['web', 'example.com', 'upstream', []],
  ['db', 'web', 'nobody', []],
  ['db', 'example.com', 'nobody', []],
  ['blog', 'db', 'upstream', []],
  ['blog', 'example.com', 'upstream', []],
])('%s asks for %s: %s answers %j', (client, name, by, addresses) => {
  const answer = answerTo({ client, name })
  expect(answer.by).toBe(by)
  expect(addressesOf(answer)).toEqual(addresses)
})

test.each([
  ['example.com', true],
  ['host.docker.internal', false],
  ['db.local', false],
  ['shop.test', false],
  ['db.shop_back', false],
  ['db', false],
])('the host’s servers know %s: %s', (name, isFound) => {
  expect(answerTo({ client: 'web', name })).toEqual({ by: 'upstream', isFound })
})

test('every address in an answer is on a network of the client', () => {
  const anyName = fc.constantFrom(...exampleNames, ...containers.map(({ containerName }) => containerName))
  fc.assert(
    fc.property(fc.constantFrom(...clients), anyName, (client, name) => {
      const answer = answerTo({ client, name })
      if (answer.by === 'embedded') expect(networksOf(client)).toContain(answer.network)
      else expect(addressesOf(answer)).toEqual([])
    }),
  )
})

test.each<[Client, string, string]>([
  ['web', 'api', 'it is the service name of two containers on `front`'],
  ['api', 'database', 'it is an alias of `shop-db-1` on `back`'],
  ['api', 'shop-web-1', 'it is the name of a container of `web` on `front`'],
  ['web', 'db', 'There is a `db` on `back`, but `web` is only on `front`.'],
  ['web', 'blog', 'No container on `front` is called `blog`.'],
  ['db', 'web', 'There is a `web` on `front`, but `db` is only on `back`.'],
  ['blog', 'db', 'there is no 127.0.0.11'],
])('%s asks for %s: the description says %s', (client, name, words) => {
  expect(describeLookup({ client, name })).toContain(words)
})

test.each(['db', 'shop-db-1', 'example.com.', 'tasks.db', 'my_service'])(
  '%s is accepted as a name',
  (name) => {
    expect(nameProblem(name)).toBeUndefined()
  },
)

test.each([
  ['', 'Enter a host name'],
  ['db:5432', 'the port is not part of the question'],
  ['http://api', 'without `http://`'],
  ['172.19.0.4', 'an address needs no lookup'],
  ['a b', 'Enter a host name'],
  ['-x', 'Enter a host name'],
  ['a..b', 'Enter a host name'],
  ['x'.repeat(64), 'Enter a host name'],
])('%j is rejected', (text, words) => {
  expect(nameProblem(text)).toContain(words)
})

test('every possible answer is a state', () => {
  const ends = new Set(figureStates.map(({ value }) => answerTo(value).by))
  expect(ends).toEqual(new Set(['hosts file', 'embedded', 'upstream', 'nobody']))
})
