import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import * as v from 'valibot'

const portSchema = v.object({
  host_ip: v.optional(v.string(), '0.0.0.0'),
  published: v.string(),
  target: v.number(),
  protocol: v.string(),
})
const mountSchema = v.object({ source: v.string(), target: v.string() })
const apiSchema = v.object({
  image: v.string(),
  command: v.array(v.string()),
  environment: v.record(v.string(), v.string()),
  ports: v.nullish(v.array(portSchema), []),
  volumes: v.array(mountSchema),
  depends_on: v.record(v.string(), v.unknown()),
})
/** The part of the output of `docker compose config` that is read. */
const modelSchema = v.object({ services: v.objectWithRest({ api: apiSchema }, v.unknown()) })

/**
 * `npm run record-merges`: merges the base file with each override of tests/unit/figures/recorded-merges.json with this
 * computer's Compose, and writes the results and its version there. No daemon is needed.
 * `COMPOSE=/path/to/docker-compose` uses that program instead of `docker compose`.
 */
const file = 'tests/unit/figures/recorded-merges.json'
const recorded = JSON.parse(readFileSync(file, 'utf8'))
const [program = 'docker', ...first] = process.env.COMPOSE ? [process.env.COMPOSE] : ['docker', 'compose']

for (const example of recorded.cases) example.result = mergeFiles(example.override, example.profile)
recorded.recorded = new Date().toISOString().slice(0, 10)
recorded.compose = compose('version', '--short').trim()
writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`)
execFileSync('npx', ['biome', 'check', '--write', file])

/** The merged service `api` and the services that are started; null if Compose rejects the files. */
function mergeFiles(override: string[], profile: boolean): Record<string, string[]> | null {
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
    return summaryOf(v.parse(modelSchema, JSON.parse(text)))
  } catch (error) {
    if (!/depends on undefined service/.test(String(error))) throw error
    return null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function summaryOf({ services }: v.InferOutput<typeof modelSchema>): Record<string, string[]> {
  const { image, command, environment, ports, volumes, depends_on } = services.api
  return {
    services: Object.keys(services).toSorted(),
    image: [image],
    command,
    environment: Object.entries(environment).map(([name, value]) => `${name}: ${value}`),
    ports: ports.map(({ host_ip, published, target, protocol }) =>
      [host_ip, published, target, protocol].join(' '),
    ),
    volumes: volumes.map(({ source, target }) => `${basename(source)}:${target}`),
    depends_on: Object.keys(depends_on).toSorted(),
  }
}

function compose(...args: string[]): string {
  return execFileSync(program, [...first, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
