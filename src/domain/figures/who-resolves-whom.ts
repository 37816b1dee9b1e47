import { type FigureState, formatList } from './figure-state.ts'

/** Plate 6.1: four containers on one host, three ways to connect them, and what each of them can reach. */
export const containers = ['web', 'api', 'db', 'blog'] as const
export type Container = (typeof containers)[number]
export const endpoints = ['world', ...containers] as const
export type Endpoint = (typeof endpoints)[number]

/**
 * The endpoints that can ask. db is missing, because what an internal network reaches on its own host depends on the
 * gateway mode.
 */
export const clientEndpoints = ['web', 'api', 'blog', 'world'] as const
export type ClientEndpoint = (typeof clientEndpoints)[number]

export const networkLayouts = ['default', 'own', 'dmz'] as const
export type NetworkLayout = (typeof networkLayouts)[number]

/** What the figure shows: the networks, and which endpoint asks. */
export type Query = { layout: NetworkLayout; client: ClientEndpoint }

export type Network = { name: string; members: readonly Container[]; hasNames: boolean; isInternal: boolean }

function network(name: string, members: Container[], overrides: Partial<Network> = {}): Network {
  return { name, members, hasNames: true, isInternal: false, ...overrides }
}

/** `blog` is an unrelated container, started without `--network`. */
export const networks = {
  default: [network('docker0', ['web', 'api', 'db', 'blog'], { hasNames: false })],
  own: [network('shop', ['web', 'api', 'db']), network('docker0', ['blog'], { hasNames: false })],
  dmz: [
    network('front', ['web', 'api']),
    network('back', ['api', 'db'], { isInternal: true }),
    network('docker0', ['blog'], { hasNames: false }),
  ],
} satisfies Record<NetworkLayout, Network[]>

/** Only web has a published port: `-p 8080:8080`, on every address of the host. */
export const published: { container: Container; port: number } = { container: 'web', port: 8080 }

/** How an endpoint reaches a container: `port` means through the published port, at an address of the host. */
export type Reachability = 'name' | 'address' | 'port' | 'none'

export function reachabilityOf(layout: NetworkLayout, from: Endpoint, to: Container): Reachability {
  const common = networks[layout].find(
    (network) => includesEndpoint(network, from) && includesEndpoint(network, to),
  )
  if (common) return common.hasNames ? 'name' : 'address'
  return to === published.container ? 'port' : 'none'
}

function includesEndpoint({ members }: Network, endpoint: Endpoint): boolean {
  return members.some((member) => member === endpoint)
}

export const layoutLabels = {
  default: 'default',
  own: 'own',
  dmz: 'front + back',
} satisfies Record<NetworkLayout, string>

const titles = {
  default: 'The default bridge',
  own: 'A network of their own',
  dmz: '`front` and `back`',
} satisfies Record<NetworkLayout, string>

const layoutDescriptions = {
  default: 'Everyone is on the default bridge, another team’s `blog` included, and no names resolve.',
  own: 'One network for `web`, `api` and `db`: on it, names resolve.',
  dmz: '`front` joins `web` and `api`; `back` joins `api` and `db` and is internal, so `db` has no route out.',
} satisfies Record<NetworkLayout, string>

export function describeReachability(layout: NetworkLayout, client: ClientEndpoint): string {
  const found = (kind: Reachability) =>
    containers
      .filter((endpoint) => endpoint !== client && reachabilityOf(layout, client, endpoint) === kind)
      .map((endpoint) => `\`${endpoint}\``)
  const ways = [
    phrase('by name', found('name')),
    phrase('by address only', found('address')),
    phrase(`through port ${published.port} of the host`, found('port')),
  ].filter((way) => way !== '')
  const missed = found('none')
  const who = client === 'world' ? 'The world' : `\`${client}\``
  const reaches = `${who} reaches ${ways.length > 0 ? formatList(ways) : 'nobody'}`
  const unreachableEndpoints = missed.length > 0 ? `, and does not reach ${formatList(missed, 'or')}` : ''
  return `${layoutDescriptions[layout]} ${reaches}${unreachableEndpoints}.`
}

function phrase(way: string, found: readonly string[]): string {
  return found.length > 0 ? `${formatList(found)} ${way}` : ''
}

/** The states for readers without the controls: `web` and `blog`, whose results differ between layouts. */
export const figureStates: FigureState<Query>[] = networkLayouts.flatMap((layout) =>
  (['web', 'blog'] as const).map((client) => ({
    id: `${layout}-${client}`,
    value: { layout, client },
    label: `${titles[layout]}, \`${client}\` asks`,
    description: describeReachability(layout, client),
  })),
)
