import { type FigureState, formatList } from './figure-state.ts'

/** Plate 2.2: what one container, web, sees of the host, with and without each namespace of its own. */
export const namespaces = ['pid', 'net', 'mnt', 'user'] as const
export type Namespace = (typeof namespaces)[number]

/** For each type of namespace, whether the container uses its own or the host’s. */
export type NamespaceView = Record<Namespace, 'own' | 'host'>

/** The namespaces of a plain `docker run`. */
export const defaultView: NamespaceView = { pid: 'own', net: 'own', mnt: 'own', user: 'host' }

export const namespaceDescriptions = {
  pid: 'processes',
  net: 'network cards',
  mnt: 'files',
  user: 'who root is',
} satisfies Record<Namespace, string>

/** `handle` identifies the resource: a PID, a network interface, a path or a UID. */
export type SystemResource = { handle: string; name: string }

/** One resource as the host and web see it; absent if it is not visible. */
export type ResourceRow = { host: SystemResource; web?: SystemResource; belongsToWeb: boolean }

export function rowsOf(namespace: Namespace, view: NamespaceView): ResourceRow[] {
  const isOwn = view[namespace] === 'own'
  const { hosts, webs } = resources[namespace]
  const hostRows = hosts.map(
    (host): ResourceRow => (isOwn ? { host, belongsToWeb: false } : sharedRow(host, false)),
  )
  if (isOwn)
    return [...hostRows, ...webs.map(([host, web]): ResourceRow => ({ host, web, belongsToWeb: true }))]
  // Without a PID namespace, web’s processes still exist; without the others, web has no interface, mount or user of
  // its own.
  if (namespace === 'pid') return [...hostRows, ...webs.map(([host]) => sharedRow(host, true))]
  return hostRows
}

function sharedRow(resource: SystemResource, belongsToContainer: boolean): ResourceRow {
  return { host: resource, web: resource, belongsToWeb: belongsToContainer }
}

/** `webs` are pairs: the name on the host, the name inside. Numbers and addresses are examples. */
const resources: Record<Namespace, { hosts: SystemResource[]; webs: [SystemResource, SystemResource][] }> = {
  pid: {
    hosts: [
      { handle: '1', name: 'systemd' },
      { handle: '640', name: 'dockerd' },
      { handle: '3127', name: 'postgres' },
    ],
    webs: [
      [
        { handle: '48211', name: 'nginx' },
        { handle: '1', name: 'nginx' },
      ],
      [
        { handle: '48240', name: 'worker' },
        { handle: '30', name: 'worker' },
      ],
    ],
  },
  net: {
    hosts: [
      { handle: 'eth0', name: '192.0.2.10' },
      { handle: 'docker0', name: '172.17.0.1' },
    ],
    webs: [
      [
        { handle: 'veth', name: 'to web' },
        { handle: 'eth0', name: '172.17.0.2' },
      ],
    ],
  },
  mnt: {
    hosts: [
      { handle: '/', name: 'host disk' },
      { handle: '/home', name: 'host disk' },
    ],
    webs: [
      [
        { handle: 'overlay', name: 'of web' },
        { handle: '/', name: 'its image' },
      ],
    ],
  },
  user: {
    hosts: [{ handle: '0', name: 'root' }],
    webs: [
      [
        { handle: '231072', name: 'no account' },
        { handle: '0', name: 'root' },
      ],
    ],
  },
}

/** One or two sentences, with the option that creates this view if there is one. */
export function describeView(view: NamespaceView): string {
  const sees = `\`web\` sees ${formatList([words.pid[view.pid], words.net[view.net], words.mnt[view.mnt]])}.`
  return [`\`${commandOf(view)}\`: ${sees}`, words.user[view.user], ...viewNotes(view)].join(' ')
}

const words = {
  pid: { own: 'two processes, its first as PID 1', host: 'every process of the host' },
  net: { own: 'a network card of its own', host: 'the host’s network cards and ports' },
  mnt: { own: 'the files of its image', host: 'the files of the host' },
  user: {
    own: 'Its root is user 231072 on the host, which has no account there.',
    host: 'Its root is root on the host.',
  },
} satisfies Record<Namespace, Record<'own' | 'host', string>>

function commandOf({ pid, net }: NamespaceView): string {
  const flags = [pid === 'host' && '--pid=host', net === 'host' && '--network host']
  return ['docker run', ...flags.filter((flag) => flag !== false), '--name web nginx'].join(' ')
}

/** Restrictions that Docker adds to those of the kernel. */
function viewNotes({ pid, net, mnt, user }: NamespaceView): string[] {
  const notes: string[] = []
  if (mnt === 'host')
    notes.push('Docker has no flag for the host’s files: the mount namespace is always the container’s own.')
  if (user === 'own') notes.push('That root takes `"userns-remap"` in `daemon.json`.')
  if (user === 'own' && (pid === 'host' || net === 'host')) {
    notes.push(
      'With it Docker refuses the host’s namespaces, unless the container opts out with `--userns=host`.',
    )
  }
  return notes
}

/** The default and each choice alone; other combinations would only repeat the same text. */
export const figureStates: FigureState<NamespaceView>[] = [
  { id: 'default', value: defaultView, label: 'As Docker does it', description: describeView(defaultView) },
  ...namespaces.map((namespace) => {
    const chosen = defaultView[namespace] === 'own' ? 'host' : 'own'
    const label = `\`${namespace}\`: ${chosen === 'own' ? 'its own' : 'the host’s'}`
    const value = { ...defaultView, [namespace]: chosen }
    return { id: `${namespace}-${chosen}`, value, label, description: describeView(value) }
  }),
]
