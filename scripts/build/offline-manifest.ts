import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { figures } from '#domain/figures/figure-ids.ts'
import type { OfflineFile, OfflineManifest } from '#domain/offline/manifest.ts'
import { dataFileOf } from '#domain/paths.ts'
import { listFiles } from './list-files.ts'

const shell = '__spa-fallback.html'
const notFound = '404.html'
/** The files that the head of every page links to, apart from scripts. */
const icons = ['icon.svg', 'manifest.webmanifest']

/** A hash of all files in a build, independent of its location. Computed before it is written into the pages. */
export function buildId(folder: string): string {
  const hash = createHash('sha256')
  for (const file of listFiles(folder).toSorted())
    hash.update(relative(folder, file)).update(readFileSync(file))
  return hash.digest('base64url').slice(0, 12)
}

/** Writes the build’s id into a page, so that the page and the service worker can compare it. */
export function addBuildId(html: string, build: string): string {
  return html.replace('</head>', `<meta name="build" content="${build}"/></head>`)
}

/** The manifest of a finished build: the addresses of its pages, and the files that each of them needs. */
export function createOfflineManifest(
  folder: string,
  build: string,
  addresses: string[],
  labCode: string[],
): OfflineManifest {
  const files: OfflineFile[] = []
  const indexes = new Map<string, number>()
  const fileIndexOf = (path: string) => {
    const known = indexes.get(path)
    if (known !== undefined) return known
    const bytes = readFileSync(join(folder, path))
    const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 8)
    indexes.set(path, files.push({ path, digest, bytes: bytes.length }) - 1)
    return files.length - 1
  }
  const assets = listFiles(join(folder, 'assets')).map((file) => file.slice(folder.length + 1))
  const searchDialog = assets.filter((file) => isChunkOf('search-dialog', file))
  const filesNeededBy = (text: string) => {
    const excluded = new Set([...labCode, ...searchDialog, ...drawingsOfOtherPages(assets, text)])
    return [...reachableFiles(folder, assetsIn(text), excluded)].toSorted().map(fileIndexOf)
  }
  const extras: Record<string, string[]> = {
    // The search dialog finds nothing without the index, so both are stored together.
    search: [
      ...assets.filter((file) => /\/search-[^/]*\.json$/.test(file)),
      ...reachableFiles(
        folder,
        searchDialog.map((file) => basename(file)),
        new Set(labCode),
      ),
    ],
    // Fonts belong to a single page, because what is stored first should be small, and pages are readable without
    // fonts.
    '': assets.filter((file) => file.endsWith('.woff2')),
  }
  const core = [
    fileIndexOf(notFound),
    ...icons.map(fileIndexOf),
    ...filesNeededBy(read(folder, shell)),
    fileIndexOf(shell),
  ]
  const pages = addresses.map((path) => {
    const address = path.slice(1)
    const html = read(folder, join(address, 'index.html'))
    const data = dataFileOf(path).slice(1)
    const own = filesNeededBy(html + read(folder, data))
    const extra = (extras[address] ?? []).map(fileIndexOf)
    const title = (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? address).replace(/ · Docker Mastery$/, '')
    const needed = [...own, ...extra, fileIndexOf(data)].filter((index) => !core.includes(index))
    return { address, title, files: [...new Set(needed)] }
  })
  return { build, shell, notFound, files, core, pages }
}

/** The scripts and style sheets whose names occur in a text. */
function assetsIn(text: string): string[] {
  return [...text.matchAll(/assets\/([\w.-]+\.(?:js|css))\b/g)].map(([, name = '']) => name)
}

/**
 * The drawings of figures that are not in a page’s HTML. Without this, each lesson would need the drawings of all
 * figures, because its code can import any of them.
 */
function drawingsOfOtherPages(assets: string[], html: string): string[] {
  const others = Object.keys(figures).filter((id) => !html.includes(`data-figure="${id}"`))
  return assets.filter((path) => others.some((id) => isChunkOf(id, path)))
}

/** The bundler adds a hash of eight characters to a chunk's name. */
function isChunkOf(name: string, path: string): boolean {
  const start = `assets/${name}-`
  return path.startsWith(start) && /^[\w-]{8}\.js$/.test(path.slice(start.length))
}

/** The files and all their static and dynamic imports. */
function reachableFiles(folder: string, names: string[], excluded: ReadonlySet<string>): Set<string> {
  const seen = new Set<string>()
  const visit = (name: string) => {
    const path = `assets/${name}`
    if (seen.has(path) || excluded.has(path) || !existsSync(join(folder, path))) return
    seen.add(path)
    if (!name.endsWith('.js')) return
    const code = read(folder, path)
    for (const [, imported = ''] of code.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) visit(imported)
    for (const [, style = ''] of code.matchAll(/["'`][^"'`]*assets\/([\w.-]+\.css)["'`]/g)) visit(style)
  }
  names.forEach(visit)
  return seen
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

/** The size of all files, uncompressed, as a browser stores them. */
export function totalBytes({ files }: OfflineManifest): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
