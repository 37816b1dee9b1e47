import { expect, test } from 'vitest'
import {
  type Access,
  accessFrom,
  addressesOnLan,
  addressOf,
  describeSetup,
  type MacLimit,
  machines,
  macLimits,
  macsOnPort,
  type NetworkMode,
  networkModes,
} from '#domain/figures/seen-from-the-switch.ts'

const setups = networkModes.flatMap((mode) => macLimits.map((limit) => ({ mode, limit })))

test.each<[NetworkMode, number, number]>([
  ['bridge', 1, 1],
  ['macvlan', 3, 3],
  ['l2', 1, 3],
  ['l3', 1, 2],
])('%s: the physical network sees %i MAC and %i IP addresses', (mode, macs, addresses) => {
  expect(macsOnPort({ mode, limit: 'many' })).toHaveLength(macs)
  expect(addressesOnLan(mode)).toHaveLength(addresses)
})

test.each<[NetworkMode, MacLimit, Access, Access]>([
  ['bridge', 'many', 'port', 'direct'],
  ['bridge', 'one', 'port', 'direct'],
  ['macvlan', 'many', 'direct', 'none'],
  ['macvlan', 'one', 'none', 'none'],
  ['l2', 'one', 'direct', 'none'],
  ['l3', 'one', 'route', 'none'],
])('%s, %s MAC: web is reached from the LAN by %s, from its host by %s', (mode, limit, lan, host) => {
  expect(accessFrom('lan', { mode, limit }, 'web')).toBe(lan)
  expect(accessFrom('host', { mode, limit }, 'web')).toBe(host)
})

test.each(setups)('$mode, $limit MAC: the host’s own frames always pass', (setup) => {
  const [first] = macsOnPort(setup)
  expect(first).toMatchObject({ isDropped: false })
  expect(first?.machines).toContain('host')
})

test.each(setups)(
  '$mode, $limit MAC: every machine has one MAC address, and one address of the LAN stands for it',
  (setup) => {
    for (const list of [macsOnPort(setup), addressesOnLan(setup.mode)]) {
      expect(list.flatMap((each) => each.machines).toSorted()).toEqual([...machines].toSorted())
    }
  },
)

test.each(networkModes)('%s: three machines have three addresses', (mode) => {
  expect(new Set(machines.map((machine) => addressOf(mode, machine))).size).toBe(3)
})

test('every setup has a description of its own', () => {
  expect(new Set(setups.map(describeSetup)).size).toBe(setups.length)
})
