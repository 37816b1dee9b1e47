import { createStateMaker, type FigureState, formatList } from './figure-state.ts'

/**
 * Plate 5.2: who answers when a container of the shop asks for a name. The rules are those of Docker’s embedded DNS server
 * (`resolver.go` and `sandbox.go` in Moby). Short IDs, which are names too, are left out.
 */
export const askers = ['web', 'api', 'db', 'blog'] as const
export type Asker = (typeof askers)[number]

/** What a figure shows: who asks, and the name as it was typed. */
export type Lookup = { asker: Asker; name: string }

export const networks = ['front', 'back'] as const
export type Network = (typeof networks)[number]
/** An internal network leads nowhere else. */
export const internalNetwork: Network = 'back'

export type Container = {
  id: 'web' | 'api1' | 'api2' | 'db'
  containerName: string
  service: string
  addresses: Partial<Record<Network, string>>
  aliases: Partial<Record<Network, string>>
}

/** The project `shop`, with two containers of api. The blog is not of it: it is on the default bridge. */
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

/** The networks of an asker, in the order in which they are searched: internal ones last. */
export function networksOf(asker: Asker): Network[] {
  const container = containers.find(({ service }) => service === asker)
  return networks.filter((network) => container?.addresses[network] !== undefined)
}

export type Answer =
  | { by: 'hosts file' }
  | { by: 'embedded'; network: Network; found: Container[]; named: NameKind }
  | { by: 'upstream'; isFound: boolean }
  /** Nobody could be asked. */
  | { by: 'nobody' }

type NameKind = 'service' | 'alias' | 'container'

function kindOf(name: string, container: Container, network: Network): NameKind | undefined {
  if (container.addresses[network] === undefined) return undefined
  if (name === container.service) return 'service'
  if (name === container.aliases[network]) return 'alias'
  return name === container.containerName ? 'container' : undefined
}

/** Case and a dot at the end make no difference to DNS. */
function normalize(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '')
}

export function answerTo({ asker, name }: Lookup): Answer {
  const wanted = normalize(name)
  if (wanted === 'localhost') return { by: 'hosts file' }
  for (const network of networksOf(asker)) {
    // `db.shop_back` names the network as well.
    const bare = wanted.replace(new RegExp(`\\.shop_${network}$`), '')
    const found = containers.filter((container) => kindOf(bare, container, network))
    const named = found[0] && kindOf(bare, found[0], network)
    if (named) return { by: 'embedded', network, found, named }
  }
  if (hasNoWayOut(asker)) return { by: 'nobody' }
  // Whoever runs the servers of the host knows names of the internet, and none without a dot.
  return { by: 'upstream', isFound: wanted.includes('.') && !/\.shop_\w+$/.test(wanted) }
}

function hasNoWayOut(asker: Asker): boolean {
  const own = networksOf(asker)
  return own.length > 0 && own.every((network) => network === internalNetwork)
}

export function addressesOf(answer: Answer): string[] {
  if (answer.by !== 'embedded') return []
  return answer.found.flatMap(({ addresses }) => addresses[answer.network] ?? [])
}

/** What is wrong with a name, if anything. */
export function nameProblem(text: string): string | undefined {
  const name = normalize(text)
  if (/^[a-z]+:\/\//.test(name)) return 'Enter the name alone, without `http://`.'
  if (/:\d*$/.test(name)) return 'Enter the name alone: the port is not part of the question.'
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
  const { asker } = lookup
  const name = normalize(lookup.name)
  const answer = answerTo(lookup)
  switch (answer.by) {
    case 'hosts file':
      return `No DNS server is asked for \`localhost\`: \`/etc/hosts\` says 127.0.0.1, and that is \`${asker}\` itself.`
    case 'embedded':
      return describeEmbedded(asker, name, answer)
    case 'upstream':
      return `${describeSearch(asker, name)} ${answer.isFound ? 'What they answer is passed back.' : 'They don’t know it either: `NXDOMAIN`.'}`
    case 'nobody':
      return `${describeMiss(asker, name)} The only network of \`${asker}\` is internal, so 127.0.0.11 can’t ask anybody else: \`SERVFAIL\`.`
    default:
      return answer satisfies never
  }
}

function describeEmbedded(asker: Asker, name: string, answer: Extract<Answer, { by: 'embedded' }>): string {
  const { network, found, named } = answer
  const owner =
    found.length > 1
      ? 'two containers'
      : `\`${named === 'container' ? found[0]?.service : found[0]?.containerName}\``
  const addresses = formatList(addressesOf(answer))
  const order = found.length > 1 ? ', in random order' : ''
  return `In \`${asker}\`, 127.0.0.11 knows \`${name}\`: it is ${kindPhrases[named]} ${owner} on \`${network}\`. The answer is ${addresses}${order}.`
}

function describeSearch(asker: Asker, name: string): string {
  if (networksOf(asker).length === 0)
    return `On the default bridge there is no 127.0.0.11, so \`${asker}\` asks the host’s DNS servers for \`${name}\` directly.`
  return `${describeMiss(asker, name)} 127.0.0.11 passes the question on to the host’s DNS servers.`
}

function describeMiss(asker: Asker, name: string): string {
  const own = networksOf(asker)
  const elsewhere = networks.find(
    (network) => !own.includes(network) && containers.some((each) => kindOf(name, each, network)),
  )
  const list = formatList(
    own.map((network) => `\`${network}\``),
    'or',
  )
  if (elsewhere) return `There is a \`${name}\` on \`${elsewhere}\`, but \`${asker}\` is only on ${list}.`
  return `No container on ${list} is called \`${name}\`.`
}

const state = createStateMaker(describeLookup)

export const figureStates: FigureState<Lookup>[] = [
  state('replicas', 'A service with two containers', { asker: 'web', name: 'api' }),
  state('localhost', '`localhost`', { asker: 'api', name: 'localhost' }),
  state('service', 'A service name', { asker: 'api', name: 'db' }),
  state('alias', 'An alias', { asker: 'api', name: 'database' }),
  state('internet', 'A name of the internet', { asker: 'web', name: 'example.com' }),
  state('not-shared', 'A service on another network', { asker: 'web', name: 'db' }),
  state('internal', 'A name of the internet, from an internal network', { asker: 'db', name: 'example.com' }),
  state('default-bridge', 'On the default bridge', { asker: 'blog', name: 'db' }),
]
