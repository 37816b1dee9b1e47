import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/**
 * `npm run record-merges`: asks the Compose of this machine again what it makes of the base file and each override of
 * tests/unit/figures/recorded-merges.json, and writes the answers and the version there. `config` needs no daemon.
 * `COMPOSE=/path/to/docker-compose` names another Compose than `docker compose`.
 */
const file = 'tests/unit/figures/recorded-merges.json'
const recorded = JSON.parse(readFileSync(file, 'utf8'))
const [program = 'docker', ...first] = process.env.COMPOSE ? [process.env.COMPOSE] : ['docker', 'compose']

for (const example of recorded.cases) example.result = merged(example.override, example.profile)
recorded.recorded = new Date().toISOString().slice(0, 10)
recorded.compose = compose('version', '--short').trim()
writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`)
execFileSync('npx', ['biome', 'check', '--write', file])

/** What is left of the service `api`, and the services that are started; null if Compose refused. */
function merged(override: string[], profile: boolean): Record<string, string[]> | null {
  const folder = mkdtempSync(join(tmpdir(), 'merge-'))
  const base = join(folder, 'compose.yaml')
  const second = join(folder, 'compose.override.yaml')
  writeFileSync(base, recorded.base.join('\n'))
  writeFileSync(
    second,
    override.length === 0 ? 'services: {}' : ['services:', '  api:', ...override].join('\n'),
  )
  const profiles = profile ? ['--profile', 'monitoring'] : []
  try {
    const text = compose('-f', base, '-f', second, ...profiles, 'config', '--format', 'json')
    return summaryOf(JSON.parse(text).services)
  } catch (error) {
    if (!/depends on undefined service/.test(String(error))) throw error
    return null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Port = { host_ip?: string; published: string; target: number; protocol: string }
type Mount = { source: string; target: string }

// biome-ignore lint/suspicious/noExplicitAny: the answer of another program, read once
function summaryOf(services: any): Record<string, string[]> {
  const { image, command, environment, ports, volumes, depends_on } = services.api
  return {
    services: Object.keys(services).toSorted(),
    image: [image],
    command,
    environment: Object.entries(environment).map(([name, value]) => `${name}: ${value}`),
    ports: (ports ?? []).map((port: Port) =>
      [port.host_ip ?? '0.0.0.0', port.published, port.target, port.protocol].join(' '),
    ),
    volumes: volumes.map(({ source, target }: Mount) => `${basename(source)}:${target}`),
    depends_on: Object.keys(depends_on).toSorted(),
  }
}

function compose(...words: string[]): string {
  return execFileSync(program, [...first, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
