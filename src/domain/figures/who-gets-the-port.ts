import { createStateFactory, type FigureState } from './figure-state.ts'

/** Plate 6.2: which program listens on which port, in which network namespace. */
export const webNetworks = ['bridge', 'published', 'host'] as const
export type WebNetwork = (typeof webNetworks)[number]

export const web2Networks = ['absent', 'bridge', 'host'] as const
export type Web2Network = (typeof web2Networks)[number]

/** What the figure shows: the networks of two containers. Both programs want port 8080; web is started first. */
export type Setup = { web: WebNetwork; web2: Web2Network }

export type NetworkNamespace = 'host' | 'web' | 'web2'

/** A `loopback` address can be reached only from within its namespace. */
export type Listener = {
  program: string
  namespace: NetworkNamespace
  port: number
  address: 'any' | 'loopback'
}

function listener(
  program: string,
  namespace: NetworkNamespace,
  port: number,
  address: Listener['address'] = 'any',
): Listener {
  return { program, namespace, port, address }
}

/** The requested ports, in order. A published host port is bound by Docker. */
function requestsOf({ web, web2 }: Setup): Listener[] {
  return [
    listener('sshd', 'host', 22),
    listener('redis', 'host', 6379, 'loopback'),
    ...(web === 'published' ? [listener('docker', 'host', 80)] : []),
    listener('web', web === 'host' ? 'host' : 'web', 8080),
    ...(web2 === 'absent' ? [] : [listener('web2', web2 === 'host' ? 'host' : 'web2', 8080)]),
  ]
}

/** In each namespace, a port belongs to the first program that requests it. */
export function listenersOf(setup: Setup): { listening: Listener[]; failed: Listener[] } {
  const listening: Listener[] = []
  const failed: Listener[] = []
  for (const wanted of requestsOf(setup)) {
    const isTaken = listening.some(
      ({ namespace, port }) => namespace === wanted.namespace && port === wanted.port,
    )
    ;(isTaken ? failed : listening).push(wanted)
  }
  return { listening, failed }
}

/** The ports that other machines can reach: those in the host’s namespace that are not on its loopback address. */
export function openPortsOf(setup: Setup): number[] {
  return listenersOf(setup)
    .listening.filter(({ namespace, address }) => namespace === 'host' && address === 'any')
    .map(({ port }) => port)
}

export const webLabels = {
  bridge: 'bridge',
  published: '-p 80:8080',
  host: 'host',
} satisfies Record<WebNetwork, string>

export const web2Labels = {
  absent: 'not started',
  bridge: 'bridge',
  host: 'host',
} satisfies Record<Web2Network, string>

const webSentences = {
  bridge: '`web` has a network of its own and listens on port 8080 there. No port of the host leads to it.',
  published:
    '`web` has a network of its own and listens on port 8080 there. Docker holds port 80 of the host and passes on what arrives.',
  host: '`web` has no network of its own. Its port 8080 is the host’s, open to other machines, and on 127.0.0.1 it reaches the host’s Redis.',
} satisfies Record<WebNetwork, string>

export function describeSetup(setup: Setup): string {
  return [webSentences[setup.web], ...describeWeb2(setup)].join(' ')
}

function describeWeb2({ web, web2 }: Setup): string[] {
  switch (web2) {
    case 'absent':
      return []
    case 'bridge':
      return ['`web2` listens on port 8080 too, in its own network: no conflict.']
    case 'host':
      return web === 'host'
        ? ['`web2` wants port 8080 as well and fails: the address is already in use.']
        : ['`web2` takes port 8080 of the host: no conflict with `web`.']
    default:
      return web2 satisfies never
  }
}

const state = createStateFactory(describeSetup)

export const figureStates: FigureState<Setup>[] = [
  state('bridge', '`web` on a bridge', { web: 'bridge', web2: 'absent' }),
  state('published', '`web` with a published port', { web: 'published', web2: 'absent' }),
  state('two-bridges', 'Two on bridges', { web: 'published', web2: 'bridge' }),
  state('host', '`web` on the host’s network', { web: 'host', web2: 'absent' }),
  state('clash', 'Two on the host’s network', { web: 'host', web2: 'host' }),
]
