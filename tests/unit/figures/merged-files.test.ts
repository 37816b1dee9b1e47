import { expect, test } from 'vitest'
import {
  describeMerge,
  figureStates,
  mergedPropertiesOf,
  type OptionalLine,
  type Override,
  optionalLines,
  type PortTag,
  portTags,
  servicesOf,
  stateIdOf,
  toggleLine,
} from '#domain/figures/merged-files.ts'
import { keyOfPort, parsePortMapping } from '#domain/figures/port-mapping.ts'
import recorded from './recorded-merges.json' with { type: 'json' }

const nothing: Override = { lines: [], ports: 'none', port: '127.0.0.1:8443:80', isMonitoringOn: false }

function remaining(override: Override, name: string): string[] {
  const property = mergedPropertiesOf(override).find((each) => each.name === name)
  return (property?.entries ?? []).filter(({ isGone }) => !isGone).map(({ text }) => text)
}

function portKeyOf(text: string): string {
  const port = parsePortMapping(text)
  return port ? keyOfPort(port) : text
}

/** In the format of the recording: commands as words, sorted lists, and folders without their parents. */
function summaryOf(override: Override) {
  const { services, isRejected } = servicesOf(override)
  if (isRejected) return null
  return {
    services: services.filter(({ isStarted }) => isStarted).map(({ name }) => name),
    image: remaining(override, 'image'),
    command: remaining(override, 'command')
      .flatMap((text) => text.match(/"[^"]*"|[^" ]+/g) ?? [])
      .map((word) => word.replaceAll('"', '')),
    environment: remaining(override, 'environment').toSorted(),
    ports: remaining(override, 'ports').map(portKeyOf).toSorted(),
    volumes: remaining(override, 'volumes')
      .map((text) => text.replace('./', ''))
      .toSorted(),
    depends_on: remaining(override, 'depends_on').toSorted(),
  }
}

test.each(recorded.cases)(
  '$lines, ports $ports $port, monitoring $profile: the model merges as Compose does',
  (example) => {
    const { lines, ports, port, profile, result } = example
    const override = { lines: lines.filter(isLine), ports: tagOf(ports), port, isMonitoringOn: profile }
    const sorted = result && {
      ...result,
      environment: result.environment.toSorted(),
      ports: result.ports.toSorted(),
      volumes: result.volumes.toSorted(),
    }
    expect(summaryOf(override)).toEqual(sorted)
  },
)

function isLine(line: string): line is OptionalLine {
  return optionalLines.some((each) => each === line)
}

function tagOf(text: string): PortTag {
  return portTags.find((tag) => tag === text) ?? 'none'
}

test('every line and every tag is in a recording', () => {
  expect(new Set(recorded.cases.flatMap(({ lines }) => lines))).toEqual(new Set(optionalLines))
  expect(new Set(recorded.cases.map(({ ports }) => ports))).toEqual(new Set(portTags))
})

test.each([
  ['127.0.0.1:8443:80', '127.0.0.1 8443 80 tcp'],
  [' 8080:80/UDP ', '0.0.0.0 8080 80 udp'],
  ['0.0.0.0:8080:80', '0.0.0.0 8080 80 tcp'],
  ['80', undefined],
  ['127.0.0.1::80', undefined],
  ['8080:0', undefined],
  ['70000:80', undefined],
  ['300.0.0.1:8080:80', undefined],
  ['127.000.0.1:8080:80', undefined],
  ['8080-8090:80', undefined],
  ['', undefined],
])('“%s” is read as %s', (text, key) => {
  const port = parsePortMapping(text)
  expect(port && keyOfPort(port)).toBe(key)
})

test.each<[PortTag, string, string]>([
  [
    'plain',
    '127.0.0.1:8443:80',
    '`127.0.0.1:8443:80` is added, and `8080:80` stays, open to other machines.',
  ],
  ['plain', '127.0.0.1:8080:80', '`8080:80` stays: both want port 8080 of the host.'],
  ['plain', '0.0.0.0:8080:80', 'are the same port: there is one entry.'],
  ['!override', '127.0.0.1:8443:80', 'only `127.0.0.1:8443:80` is left.'],
  ['!override', '8443:80', 'only `8443:80` is left, open to other machines.'],
  ['!reset', '8443:80', 'nothing is published.'],
])('ports %s %s: the description says %s', (ports, port, sentence) => {
  expect(describeMerge({ ...nothing, ports, port })).toContain(sentence)
})

test('a dependency on a service of an inactive profile starts nothing until the profile is active', () => {
  const override = toggleLine(nothing, 'depends_on')
  expect(describeMerge(override)).toContain('`up` refuses to start')
  expect(describeMerge({ ...override, isMonitoringOn: true })).toContain(
    'starts `api`, `db` and `prometheus`, whose profile is on.',
  )
})

test('a toggled line appears in the order of the file, and disappears again', () => {
  const two = toggleLine(toggleLine(nothing, 'volumes'), 'image')
  expect(two.lines).toEqual(['image', 'volumes'])
  expect(toggleLine(two, 'volumes').lines).toEqual(['image'])
})

test('a state is recognized by what it shows', () => {
  for (const { id, value } of figureStates) expect(stateIdOf(value)).toBe(id)
  expect(stateIdOf(toggleLine(nothing, 'volumes'))).toBe('')
})
