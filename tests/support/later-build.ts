import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OfflineManifest } from '#domain/offline/manifest.ts'
import { isCompressible } from '#scripts/build/compress.ts'
import { addPolicyMeta } from '#scripts/build/content-security-policy.ts'
import { labOnlyFiles } from '#scripts/build/lab-code.ts'
import { listFiles } from '#scripts/build/list-files.ts'
import { addBuildId, buildId, createOfflineManifest } from '#scripts/build/offline-manifest.ts'
import { writeServiceWorker } from '#scripts/build/service-worker.ts'

/**
 * Writes the site as a later build would: every hashed file name changes, so the files that pages of the previous build
 * load on demand are gone. It is made from the built site by the last steps of the build, because a second build takes
 * minutes.
 */
export async function writeLaterBuild(from: string, to: string): Promise<void> {
  copySite(from, to)
  renameAssets(to)
  const pages = listFiles(to).filter((file) => file.endsWith('.html'))
  for (const page of pages) writeFileSync(page, withoutBuildMetas(readFileSync(page, 'utf8')))
  const build = buildId(to)
  for (const page of pages) writeFileSync(page, addPolicyMeta(addBuildId(readFileSync(page, 'utf8'), build)))
  const labFiles = existsSync(join(to, 'labs')) ? labOnlyFiles(to) : []
  await writeServiceWorker(to, offlineManifestOf(to, build, labFiles), labFiles)
}

/** Writes the site with the service worker of an earlier commit, from tests/saved/service-workers. */
export function writeEarlierBuild(from: string, to: string, worker: 'first' | 'second'): void {
  copySite(from, to)
  const code = readFileSync(join('tests/saved/service-workers', `${worker}.js`), 'utf8')
  const lists = {
    __WB_MANIFEST: precacheListOf(to),
    __OFFLINE: offlineManifestOf(to, buildOf(readFileSync(join(to, 'index.html'), 'utf8')), []),
    __LAB_CODE: [],
  }
  writeFileSync(join(to, 'sw.js'), `Object.assign(self, ${JSON.stringify(lists)});${code}`)
}

/** The build id in a page. */
export function buildOf(html: string): string {
  const build = /<meta name="build" content="([^"]+)"/.exec(html)?.[1]
  if (!build) throw new Error('the page names no build')
  return build
}

/** Leaves out the labs' machine, which is large and not tested here. */
function copySite(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  const isWanted = (file: string) => !/\.(br|gz)$/.test(file) && file !== join(from, 'lab')
  cpSync(from, to, { recursive: true, filter: isWanted })
}

function renameAssets(folder: string): void {
  const assets = join(folder, 'assets')
  const nextNames = new Map(readdirSync(assets).map((name) => [name, nextName(name)]))
  const pattern = new RegExp([...nextNames.keys()].map((name) => name.replaceAll('.', '\\.')).join('|'), 'g')
  for (const [name, next] of nextNames) renameSync(join(assets, name), join(assets, next))
  for (const file of listFiles(folder).filter(isCompressible)) {
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.replace(pattern, (name) => nextNames.get(name) ?? name),
    )
  }
}

/** Rotates the eight characters of the hash, which gives a name that no other file has. */
function nextName(name: string): string {
  return name.replace(/-([\w-]{8})(\.\w+)$/, (_, hash: string, ending: string) => {
    const rotated = hash.slice(3) + hash.slice(0, 3)
    return `-${rotated}${ending}`
  })
}

function withoutBuildMetas(html: string): string {
  return html.replace(/<meta (name="build"|http-equiv="Content-Security-Policy") content="[^"]*"\/>/g, '')
}

function offlineManifestOf(folder: string, build: string, labFiles: string[]): OfflineManifest {
  const addresses = listFiles(folder)
    .filter((file) => file.endsWith('/index.html'))
    .map((file) => file.slice(folder.length, -'/index.html'.length) || '/')
  return createOfflineManifest(folder, build, addresses, labFiles)
}

/** The precache of the first service worker, which stored the whole site. */
function precacheListOf(folder: string): { url: string; revision: string | null }[] {
  return listFiles(folder)
    .map((file) => file.slice(folder.length + 1))
    .filter((file) => /\.(html|data|js|css|json|woff2|svg|png|webmanifest)$/.test(file))
    .filter((file) => !['sw.js', '404.html', '__spa-fallback.html'].includes(file))
    .map((url) => ({ url, revision: url.startsWith('assets/') ? null : 'before' }))
}
