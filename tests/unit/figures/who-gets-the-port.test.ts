import { expect, test } from 'vitest'
import {
  describeSetup,
  listenersOf,
  openPortsOf,
  type Web2Network,
  type WebNetwork,
  web2Networks,
  webNetworks,
} from '#domain/figures/who-gets-the-port.ts'

const setups = webNetworks.flatMap((web) => web2Networks.map((web2) => ({ web, web2 })))

test.each<[WebNetwork, Web2Network, number[]]>([
  ['bridge', 'absent', [22]],
  ['bridge', 'host', [22, 8080]],
  ['published', 'absent', [22, 80]],
  ['published', 'bridge', [22, 80]],
  ['published', 'host', [22, 80, 8080]],
  ['host', 'absent', [22, 8080]],
  ['host', 'host', [22, 8080]],
])('web on %s, web2 %s: other machines reach %o', (web, web2, ports) => {
  expect(openPortsOf({ web, web2 })).toEqual(ports)
})

test.each(setups)('web on $web, web2 on $web2: each network namespace has one program on a port', (setup) => {
  const { listening, failed } = listenersOf(setup)
  const places = listening.map(({ namespace, port }) => `${namespace}:${port}`)
  expect(new Set(places).size).toBe(places.length)
  expect(failed.length).toBe(setup.web === 'host' && setup.web2 === 'host' ? 1 : 0)
})

test('of two programs on the host’s network, the one that starts later fails, and the description says so', () => {
  const clash = { web: 'host', web2: 'host' } as const
  expect(listenersOf(clash).failed).toMatchObject([{ program: 'web2', namespace: 'host', port: 8080 }])
  expect(describeSetup(clash)).toContain('`web2` wants port 8080 as well and fails')
})

test.each(setups)('web on $web, web2 on $web2: nothing outside reaches a program on 127.0.0.1', (setup) => {
  expect(openPortsOf(setup)).not.toContain(6379)
})

test.each(setups)(
  'web on $web, web2 $web2: Redis is named exactly when a container shares its loopback',
  (setup) => {
    expect(describeSetup(setup).includes('Redis')).toBe(setup.web === 'host')
  },
)
