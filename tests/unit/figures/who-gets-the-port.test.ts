import { expect, test } from 'vitest'
import {
  type ApiNetwork,
  apiNetworks,
  describeSetup,
  listenersOf,
  openPortsOf,
  type WebNetwork,
  webNetworks,
} from '#domain/figures/who-gets-the-port.ts'

const setups = webNetworks.flatMap((web) => apiNetworks.map((api) => ({ web, api })))

test.each<[WebNetwork, ApiNetwork, number[]]>([
  ['bridge', 'absent', [22]],
  ['bridge', 'host', [22, 80]],
  ['published', 'absent', [22, 8080]],
  ['published', 'bridge', [22, 8080]],
  ['published', 'host', [22, 8080, 80]],
  ['host', 'absent', [22, 80]],
  ['host', 'host', [22, 80]],
])('web on %s, api %s: other machines reach %o', (web, api, ports) => {
  expect(openPortsOf({ web, api })).toEqual(ports)
})

test.each(setups)('web on $web, api on $api: each network namespace has one program on a port', (setup) => {
  const { listening, refused } = listenersOf(setup)
  const places = listening.map(({ namespace, port }) => `${namespace}:${port}`)
  expect(new Set(places).size).toBe(places.length)
  expect(refused.length).toBe(setup.web === 'host' && setup.api === 'host' ? 1 : 0)
})

test('of two programs on the host’s network, the one that starts later fails, and the description says so', () => {
  const clash = { web: 'host', api: 'host' } as const
  expect(listenersOf(clash).refused).toMatchObject([{ program: 'api', namespace: 'host', port: 80 }])
  expect(describeSetup(clash)).toContain('`api` wants port 80 as well and fails')
})

test.each(setups)('web on $web, api on $api: nothing outside reaches a program on 127.0.0.1', (setup) => {
  expect(openPortsOf(setup)).not.toContain(6379)
})

test.each(setups)(
  'web on $web, api $api: Redis is named exactly when a container shares its loopback',
  (setup) => {
    expect(describeSetup(setup).includes('Redis')).toBe(setup.web === 'host')
  },
)
