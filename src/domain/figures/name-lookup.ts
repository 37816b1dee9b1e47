import { createStateFactory, type FigureState, formatList } from './figure-state.ts'

/**
 * Plate 5.2: which DNS server answers when a container of the shop looks up a name. The rules are those of Docker’s
 * embedded DNS server (`resolver.go` and `sandbox.go` in Moby). Short container IDs, which can be looked up too, are
 * left out.
 */
export const clients = ['web', 'api', 'db', 'blog'] as const
export type Client = (typeof clients)[number]

/** What the figure shows: which container asks, and the name as typed. */
export type Lookup = { client: Client; name: string }

export const networks = ['front', 'back'] as const
export type Network = (typeof networks)[number]
/** An internal network has no route to the outside. */
export const internalNetwork: Network = 'back'

export type Container = {
  id: 'web' | 'api1' | 'api2' | 'db'
  containerName: string
  service: string
  addresses: Partial<Record<Network, string>>
  aliases: Partial<Record<Network, string>>
}

/** The project `shop`, which has two containers of api. The blog is not part of it and is on the default bridge. */
export const containers: readonly Container[] = [
  {
    id: 'web',
    containerName: 'shop-web-1',
    service: 'web',
    addresses: { front: '172.18.0.2' },
    aliases: {},
  },
  {
    id: 'api1',
    containerName: 'shop-api-1',
    service: 'api',
    addresses: { front: '172.18.0.3', back: '172.19.0.2' },
    aliases: {},
  },
  {
    id: 'api2',
    containerName: 'shop-api-2',
    service: 'api',
    addresses: { front: '172.18.0.4', back: '172.19.0.3' },
    aliases: {},
  },
  {
    id: 'db',
    containerName: 'shop-db-1',
    service: 'db',
    addresses: { back: '172.19.0.4' },
    aliases: { back: 'database' },
  },
]

/** The networks of a client, in the order in which they are searched: internal ones are last. */
export function networksOf(client: Client): Network[] {
  const container = containers.find(({ service }) => service === client)
  return networks.filter((network) => container?.addresses[network] !== undefined)
}

export type Answer =
  | { by: 'hosts file' }
  | { by: 'embedded'; network: Network; found: Container[]; named: NameKind }
  | { by: 'upstream'; isFound: boolean }
  /** No server can be asked. */
  | { by: 'nobody' }

type NameKind = 'service' | 'alias' | 'container'

function kindOf(name: string, container: Container, network: Network): NameKind | undefined {
  if (container.addresses[network] === undefined) return undefined
  if (name === container.service) return 'service'
  if (name === container.aliases[network]) return 'alias'
  return name === container.containerName ? 'container' : undefined
}

/** DNS ignores case and a trailing dot. */
function normalize(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '')
}

export function answerTo({ client, name }: Lookup): Answer {
  const lookedUpName = normalize(name)
  if (lookedUpName === 'localhost') return { by: 'hosts file' }
  for (const network of networksOf(client)) {
    // `db.shop_back` includes the name of the network.
    const bare = lookedUpName.replace(new RegExp(`\\.shop_${network}$`), '')
    const found = containers.filter((container) => kindOf(bare, container, network))
    const named = found[0] && kindOf(bare, found[0], network)
    if (named) return { by: 'embedded', network, found, named }
  }
  if (hasNoWayOut(client)) return { by: 'nobody' }
  return { by: 'upstream', isFound: isPublic(lookedUpName) }
}

/**
 * Whether the host’s servers may know a name. They do not know names without a dot, nor names under a reserved domain.
 */
function isPublic(name: string): boolean {
  return name.includes('.') && !/\.(?:shop_\w+|internal|local|localhost|test|invalid|example)$/.test(name)
}

function hasNoWayOut(client: Client): boolean {
  const own = networksOf(client)
  return own.length > 0 && own.every((network) => network === internalNetwork)
}

export function addressesOf(answer: Answer): string[] {
  if (answer.by !== 'embedded') return []
  return answer.found.flatMap(({ addresses }) => addresses[answer.network] ?? [])
}

/** The problem with a typed name; undefined if it is valid. */
export function nameProblem(text: string): string | undefined {
  const name = normalize(text)
  if (/^[a-z]+:\/\//.test(name)) return 'Enter the name alone, without `http://`.'
  if (/:\d*$/.test(name)) return 'Enter the name alone: the port is not part of the question.'
  if (/^\d+(\.\d+){3}$/.test(name)) return 'Enter a name: an address needs no lookup.'
  const isName =
    name.length <= 253 && /^[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_][a-z0-9_-]{0,62})*$/.test(name)
  return isName ? undefined : 'Enter a host name, such as `db` or `example.com`.'
}

/** Names to try with one click. */
export const exampleNames = ['localhost', 'api', 'db', 'database', 'example.com'] as const

const kindPhrases = {
  service: 'the service name of',
  alias: 'an alias of',
  container: 'the name of',
} satisfies Record<NameKind, string>

export function describeLookup(lookup: Lookup): string {
  const { client } = lookup
  const name = normalize(lookup.name)
  const answer = answerTo(lookup)
  switch (answer.by) {
    case 'hosts file':
      return `No DNS server is asked for \`localhost\`: \`/etc/hosts\` says 127.0.0.1, and that is \`${client}\` itself.`
    case 'embedded':
      return describeEmbedded(client, name, answer)
    case 'upstream':
      return `${describeSearch(client, name)} ${answer.isFound ? 'What they answer is passed back.' : 'They don’t know it either: `NXDOMAIN`.'}`
    case 'nobody':
      return `${describeMiss(client, name)} The only network of \`${client}\` is internal, so 127.0.0.11 reaches no other server: \`SERVFAIL\`.`
    default:
      return answer satisfies never
  }
}

function describeEmbedded(client: Client, name: string, answer: Extract<Answer, { by: 'embedded' }>): string {
  const { network, found, named } = answer
  const owner =
    found.length > 1
      ? 'two containers'
      : named === 'container'
        ? `a container of \`${found[0]?.service}\``
        : `\`${found[0]?.containerName}\``
  const addresses = formatList(addressesOf(answer))
  const order = found.length > 1 ? ', in random order' : ''
  return `In \`${client}\`, 127.0.0.11 knows \`${name}\`: it is ${kindPhrases[named]} ${owner} on \`${network}\`. The answer is ${addresses}${order}.`
}

function describeSearch(client: Client, name: string): string {
  if (networksOf(client).length === 0)
    return `On the default bridge there is no 127.0.0.11, so \`${client}\` asks the host’s DNS servers for \`${name}\` directly.`
  return `${describeMiss(client, name)} 127.0.0.11 passes the question on to the host’s DNS servers.`
}

function describeMiss(client: Client, name: string): string {
  const own = networksOf(client)
  const elsewhere = networks.find(
    (network) => !own.includes(network) && containers.some((each) => kindOf(name, each, network)),
  )
  const list = formatList(
    own.map((network) => `\`${network}\``),
    'or',
  )
  if (elsewhere) return `There is a \`${name}\` on \`${elsewhere}\`, but \`${client}\` is only on ${list}.`
  return `No container on ${list} is called \`${name}\`.`
}

const state = createStateFactory(describeLookup)

export const figureStates: FigureState<Lookup>[] = [
  state('replicas', 'A service with two containers', { client: 'web', name: 'api' }),
  state('localhost', '`localhost`', { client: 'api', name: 'localhost' }),
  state('service', 'A service name', { client: 'api', name: 'db' }),
  state('alias', 'An alias', { client: 'api', name: 'database' }),
  state('internet', 'A public name', { client: 'web', name: 'example.com' }),
  state('not-shared', 'A service on another network', { client: 'web', name: 'db' }),
  state('internal', 'A public name, from an internal network', {
    client: 'db',
    name: 'example.com',
  }),
  state('default-bridge', 'On the default bridge', { client: 'blog', name: 'db' }),
]
