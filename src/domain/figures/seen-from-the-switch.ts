import { createStateFactory, type FigureState } from './figure-state.ts'

/** Plate 6.4: a host and two containers, as the physical network sees them. */
export const networkModes = ['bridge', 'macvlan', 'l2', 'l3'] as const
export type NetworkMode = (typeof networkModes)[number]

export const macLimits = ['many', 'one'] as const
/** The number of MAC addresses that the switch accepts on the host’s port. */
export type MacLimit = (typeof macLimits)[number]

export type NetworkSetup = { mode: NetworkMode; limit: MacLimit }

export const machines = ['host', 'web', 'db'] as const
export type Machine = (typeof machines)[number]
export type ContainerName = Exclude<Machine, 'host'>

const ownMac = { host: '…:10', web: '…:82', db: '…:83' } satisfies Record<Machine, string>

const hostAddress = '192.168.32.10'
export const routedSubnet = '192.168.40.0/24'
const addresses = {
  bridge: { web: '172.17.0.2', db: '172.17.0.3' },
  macvlan: { web: '192.168.32.130', db: '192.168.32.131' },
  l2: { web: '192.168.32.130', db: '192.168.32.131' },
  l3: { web: '192.168.40.2', db: '192.168.40.3' },
} satisfies Record<NetworkMode, Record<ContainerName, string>>

export function addressOf(mode: NetworkMode, machine: Machine): string {
  return machine === 'host' ? hostAddress : addresses[mode][machine]
}

/** The source MAC address of a machine’s frames when they leave the host. */
export function macOf(mode: NetworkMode, machine: Machine): string {
  return mode === 'macvlan' ? ownMac[machine] : ownMac.host
}

/** What the switch learns on the host's port, the host first. */
export type LearnedMac = { mac: string; machines: Machine[]; isDropped: boolean }

export function macsOnPort({ mode, limit }: NetworkSetup): LearnedMac[] {
  const macs = [...new Set(machines.map((machine) => macOf(mode, machine)))]
  return macs.map((mac, index) => ({
    mac,
    machines: machines.filter((machine) => macOf(mode, machine) === mac),
    isDropped: limit === 'one' && index > 0,
  }))
}

/**
 * The IP addresses that other machines send to: with a bridge only the host’s, with `l3` also a subnet behind the host.
 */
export type KnownAddress = { address: string; machines: Machine[] }

export function addressesOnLan(mode: NetworkMode): KnownAddress[] {
  switch (mode) {
    case 'bridge':
      return [{ address: hostAddress, machines: [...machines] }]
    case 'macvlan':
    case 'l2':
      return machines.map((machine) => ({ address: addressOf(mode, machine), machines: [machine] }))
    case 'l3':
      return [
        { address: hostAddress, machines: ['host'] },
        { address: routedSubnet, machines: ['web', 'db'] },
      ]
    default:
      return mode satisfies never
  }
}

/** `port`: through a published port of the host. `route`: once a router sends the subnet to the host. */
export type Access = 'direct' | 'port' | 'route' | 'none'

export function accessFrom(client: 'lan' | 'host', setup: NetworkSetup, container: ContainerName): Access {
  if (client === 'host') return setup.mode === 'bridge' ? 'direct' : 'none'
  const isDropped = macsOnPort(setup).some((mac) => mac.isDropped && mac.machines.includes(container))
  if (isDropped) return 'none'
  return accessFromLan[setup.mode]
}

const accessFromLan = {
  bridge: 'port',
  macvlan: 'direct',
  l2: 'direct',
  l3: 'route',
} satisfies Record<NetworkMode, Access>

export const modeLabels = {
  bridge: 'bridge',
  macvlan: 'macvlan',
  l2: 'ipvlan l2',
  l3: 'ipvlan l3',
} satisfies Record<NetworkMode, string>

const sentences = {
  bridge:
    'Behind a bridge, containers are out of the switch’s sight: it learns only the host’s MAC address. Other machines get in through published ports; the host reaches both containers.',
  macvlan:
    'Macvlan: the switch learns three MAC addresses on one port, as if three machines were plugged in. Other machines reach every open port of `web` and `db`. Their own host reaches neither.',
  l2: 'IPvlan in `l2` mode: three IP addresses share the host’s one MAC address. Other machines reach every open port of `web` and `db`. Their own host reaches neither.',
  l3: 'IPvlan in `l3` mode: `web` and `db` are a subnet behind the host. Other machines reach them once their router has a route there; broadcasts stay out. Their own host reaches neither.',
} satisfies Record<NetworkMode, string>

const dropped =
  'Macvlan, and a switch port that allows one MAC address: the host’s came first. What `web` and `db` send is dropped there, so other machines can’t reach them, and neither can their host.'

export function describeSetup({ mode, limit }: NetworkSetup): string {
  if (limit === 'many') return sentences[mode]
  return mode === 'macvlan' ? dropped : `${sentences[mode]} One MAC address is all it takes.`
}

const state = createStateFactory(describeSetup)

export const figureStates: FigureState<NetworkSetup>[] = [
  state('bridge', '`bridge`', { mode: 'bridge', limit: 'many' }),
  state('macvlan', '`macvlan`', { mode: 'macvlan', limit: 'many' }),
  state('one-mac', '`macvlan`, one MAC allowed', { mode: 'macvlan', limit: 'one' }),
  state('ipvlan-l2', '`ipvlan`, mode `l2`, one MAC allowed', { mode: 'l2', limit: 'one' }),
  state('ipvlan-l3', '`ipvlan`, mode `l3`', { mode: 'l3', limit: 'many' }),
]
