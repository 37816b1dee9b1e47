import { createStateFactory, type FigureState, formatList } from './figure-state.ts'
import { haveSameHostPort, isOnAllAddresses, keyOfPort, parsePortMapping } from './port-mapping.ts'

/**
 * Plate 5.4: how Compose merges a base file and an override, and which services then start. The rules are those of the
 * Compose Specification ("Merge"), and are compared with `docker compose config` in tests/unit/figures.
 */
export const optionalLines = ['image', 'command', 'environment', 'volumes', 'depends_on'] as const
export type OptionalLine = (typeof optionalLines)[number]

export const portTags = ['none', 'plain', '!override', '!reset'] as const
export type PortTag = (typeof portTags)[number]

/** The contents of the override: some of the optional lines, and `ports` with an optional tag. */
export type Override = {
  lines: readonly OptionalLine[]
  ports: PortTag
  port: string
  isMonitoringOn: boolean
}

/** How two values of a property are merged, in the words of the lesson’s table. */
export type MergeRule = 'replaced' | 'replaced as a whole' | 'merged by name' | 'merged by target' | 'added'

type Entry = { key: string; text: string }
type Property = { name: OptionalLine | 'ports'; rule: MergeRule; base: Entry[]; override: Entry[] }

const value = (text: string): Entry => ({ key: '', text })
const named = (name: string, text: string): Entry => ({ key: name, text: `${name}: ${text}` })
const listed = (text: string): Entry => ({ key: text, text })
const mounted = (source: string, target: string): Entry => ({ key: target, text: `${source}:${target}` })

const basePort = '8080:80'

const properties: Property[] = [
  { name: 'image', rule: 'replaced', base: [value('nginx:1.29-alpine')], override: [value('nginx:1.29')] },
  {
    name: 'command',
    rule: 'replaced as a whole',
    base: [value('nginx -g "daemon off;"')],
    override: [value('nginx-debug -g "daemon off;"')],
  },
  {
    name: 'environment',
    rule: 'merged by name',
    base: [named('LOG_LEVEL', 'info'), named('TZ', 'UTC')],
    override: [named('LOG_LEVEL', 'debug'), named('FEATURES', 'all')],
  },
  { name: 'ports', rule: 'added', base: [portEntry(basePort)], override: [] },
  {
    name: 'volumes',
    rule: 'merged by target',
    base: [mounted('pages', '/usr/share/nginx/html'), mounted('cache', '/var/cache/nginx')],
    override: [mounted('./site', '/usr/share/nginx/html')],
  },
  { name: 'depends_on', rule: 'merged by name', base: [listed('db')], override: [listed('prometheus')] },
]

function portEntry(text: string): Entry {
  const port = parsePortMapping(text)
  return { key: port ? keyOfPort(port) : text, text: text.trim() }
}

/**
 * `both` means that the two files have the same entry. `isGone` marks an entry of the base that the override replaced
 * or removed.
 */
export type MergedEntry = { text: string; from: 'base' | 'override' | 'both'; isGone: boolean }
export type MergedProperty = {
  name: Property['name']
  tag: '' | '!override' | '!reset'
  rule: MergeRule | undefined
  entries: MergedEntry[]
}

export function mergedPropertiesOf(override: Override): MergedProperty[] {
  return properties.map((property) => {
    const { name, rule, base } = property
    const over = overrideEntriesOf(property, override)
    const isSet = name === 'ports' ? override.ports !== 'none' : override.lines.includes(name)
    const tag = name === 'ports' && override.ports.startsWith('!') ? override.ports : ''
    if (tag === '!override' || tag === '!reset')
      return { name, tag, rule: undefined, entries: [...base.map(removedEntry), ...over.map(addedEntry)] }
    return { name, tag: '', rule: isSet ? rule : undefined, entries: mergeEntries(base, over) }
  })
}

/** The entries of the override for a property; empty unless its line is turned on. */
function overrideEntriesOf({ name, override }: Property, setup: Override): Entry[] {
  if (name !== 'ports') return setup.lines.includes(name) ? override : []
  return setup.ports === 'none' || setup.ports === '!reset' ? [] : [portEntry(setup.port)]
}

/** An entry replaces one with the same key; all others are kept or added. */
function mergeEntries(base: readonly Entry[], over: readonly Entry[]): MergedEntry[] {
  const merged = base.flatMap((entry): MergedEntry[] => {
    const later = over.find(({ key }) => key === entry.key)
    if (!later) return [{ text: entry.text, from: 'base', isGone: false }]
    if (later.text === entry.text) return [{ text: entry.text, from: 'both', isGone: false }]
    return [removedEntry(entry), addedEntry(later)]
  })
  const isNew = ({ key }: Entry) => !base.some((entry) => entry.key === key)
  return [...merged, ...over.filter(isNew).map(addedEntry)]
}

function removedEntry({ text }: Entry): MergedEntry {
  return { text, from: 'base', isGone: true }
}

function addedEntry({ text }: Entry): MergedEntry {
  return { text, from: 'override', isGone: false }
}

export type Service = { name: string; isStarted: boolean; profile?: string }

/** Whether a property has a single value, which is displayed on its own line. */
export function isSingle({ name }: MergedProperty): boolean {
  return name === 'image' || name === 'command'
}

/** The services that `up` starts; none of them if one depends on a service whose profile is not active. */
export function servicesOf(override: Override): { services: Service[]; isRejected: boolean } {
  const { isMonitoringOn } = override
  const isRejected = override.lines.includes('depends_on') && !isMonitoringOn
  const services = [
    { name: 'api', isStarted: !isRejected },
    { name: 'db', isStarted: !isRejected },
    { name: 'prometheus', isStarted: isMonitoringOn, profile: 'monitoring' },
  ]
  return { services, isRejected }
}

/** The host port that two entries claim on the same address, if any. */
export function conflictingPortOf(override: Override): number | undefined {
  const port = parsePortMapping(override.port)
  const base = parsePortMapping(basePort)
  if (override.ports !== 'plain' || !port || !base || keyOfPort(port) === keyOfPort(base)) return undefined
  return haveSameHostPort(port, base) ? port.published : undefined
}

export function describeMerge(override: Override): string {
  const { services, isRejected } = servicesOf(override)
  const started = services.filter(({ isStarted }) => isStarted).map(({ name }) => `\`${name}\``)
  const starts = isRejected
    ? '`up` refuses to start: `api` depends on `prometheus`, and its profile is off.'
    : conflictingPortOf(override)
      ? 'At best, the start fails.'
      : `\`up\` starts ${formatList(started)}${override.isMonitoringOn ? ', whose profile is on' : ''}.`
  return [...describeLines(override), ...describePorts(override), starts].join(' ')
}

function describeLines({ lines, ports }: Override): string[] {
  if (lines.length === 0) return ports === 'none' ? ['There is no override: the base applies as it is.'] : []
  const byRule = new Map<MergeRule, string[]>()
  for (const { name, rule } of properties) {
    if (name === 'ports' || !lines.includes(name)) continue
    byRule.set(rule, [...(byRule.get(rule) ?? []), `\`${name}\``])
  }
  const parts = [...byRule].map(
    ([rule, names]) => `${formatList(names)} ${names.length === 1 ? 'is' : 'are'} ${rule}`,
  )
  return [`${formatList(parts)}.`]
}

/** The id of the state with exactly this override; empty if there is none. */
export function stateIdOf(override: Override): string {
  const wanted = JSON.stringify(override)
  return figureStates.find(({ value }) => JSON.stringify(value) === wanted)?.id ?? ''
}

/** Keeps the lines in the order of the file. */
export function toggleLine(override: Override, line: OptionalLine): Override {
  const lines = optionalLines.filter((each) => override.lines.includes(each) !== (each === line))
  return { ...override, lines }
}

function describePorts({ ports, ...override }: Override): string[] {
  const port = parsePortMapping(override.port)
  const base = parsePortMapping(basePort)
  if (ports === 'none' || !port || !base) return []
  if (ports === '!reset') return ['`!reset` empties `ports`: nothing is published.']
  const added = `\`${override.port.trim()}\``
  if (ports === '!override')
    return [
      `\`!override\` replaces the list: only ${added} is left${isOnAllAddresses(port) ? ', open to other machines' : ''}.`,
    ]
  if (keyOfPort(port) === keyOfPort(base))
    return [`${added} and \`${basePort}\` are the same port: there is one entry.`]
  if (conflictingPortOf({ ...override, ports }))
    return [`${added} is added, and \`${basePort}\` stays: both want port ${port.published} of the host.`]
  return [`${added} is added, and \`${basePort}\` stays, open to other machines.`]
}

const nothing: Override = { lines: [], ports: 'none', port: '127.0.0.1:8443:80', isMonitoringOn: false }

const state = createStateFactory(describeMerge)

export const figureStates: FigureState<Override>[] = [
  state('base', 'Base alone', nothing),
  state('settings', 'Other settings', { ...nothing, lines: ['image', 'command', 'environment', 'volumes'] }),
  state('second-port', 'A second port', { ...nothing, ports: 'plain' }),
  state('same-port', 'The same port', { ...nothing, ports: 'plain', port: '127.0.0.1:8080:80' }),
  state('override', '`!override`', { ...nothing, ports: '!override' }),
  state('profile', 'A profile', { ...nothing, isMonitoringOn: true }),
]
