import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * `npm run record-contexts`: builds with this computer’s Docker what `COPY . /` copies into an image for each
 * `.dockerignore` of tests/unit/figures/recorded-contexts.json, and writes the results and the versions there. With
 * `--legacy`, it uses the legacy builder and records where that sends something else.
 */
const file = 'tests/unit/figures/recorded-contexts.json'
/** Files that Docker adds to each container. */
const mountedByDocker = /^(\.dockerenv|dev\/console|etc\/(hostname|hosts|mtab|resolv\.conf))$/
const isLegacy = process.argv.includes('--legacy')
const recorded = JSON.parse(readFileSync(file, 'utf8'))

for (const example of recorded.cases) {
  const sent = sentBy(recorded.trees[example.tree], example.ignore)
  if (!isLegacy) example.sent = sent
  else if (sent === example.sent) delete example.sentByLegacyBuilder
  else example.sentByLegacyBuilder = sent
}
recorded.recorded = new Date().toISOString().slice(0, 10)
const engine = `Docker Engine ${docker('version', '--format', '{{.Server.Version}}')}`
if (isLegacy)
  recorded.legacyBuilder = `client ${docker('version', '--format', '{{.Client.Version}}')}, ${engine}`
else recorded.buildkit = `${docker('buildx', 'version')}, ${engine}`
writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`)
execFileSync('npx', ['biome', 'check', '--write', file])

/** The paths that were sent, or null if the builder rejected the list. */
function sentBy(tree: string[], ignore: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'context-'))
  const context = join(folder, 'context')
  for (const path of tree) {
    mkdirSync(dirname(join(context, path)), { recursive: true })
    writeFileSync(join(context, path), path === 'Dockerfile' ? 'FROM scratch\nCOPY . /\n' : path)
  }
  writeFileSync(join(context, '.dockerignore'), ignore)
  try {
    return (isLegacy ? buildAndExport(context) : buildToFolder(context, join(folder, 'result')))
      .toSorted()
      .join(' | ')
  } catch (error) {
    if (!/pattern/.test(String(error))) throw error
    return null
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function buildToFolder(context: string, result: string): string[] {
  docker('buildx', 'build', '--quiet', '--no-cache', '--output', result, context)
  return readdirSync(result, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(result.length + 1))
}

function buildAndExport(context: string): string[] {
  const image = docker('build', '--quiet', '--no-cache', context)
  const container = docker('create', image, 'nothing')
  const archive = execFileSync('docker', ['export', container])
  const paths = execFileSync('tar', ['t'], { input: archive, encoding: 'utf8' }).split('\n')
  docker('rm', container)
  return paths.filter((path) => path !== '' && !path.endsWith('/') && !mountedByDocker.test(path))
}

function docker(...parts: string[]): string {
  const env = { ...process.env, DOCKER_BUILDKIT: isLegacy ? '0' : '1' }
  return execFileSync('docker', parts, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}
