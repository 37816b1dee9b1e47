import { realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import mime from 'mime-types'
import Negotiator from 'negotiator'

/**
 * A file of a site: `file` is its path on disk, `path` its path in the site, such as `/internals/cgroups/index.html`.
 */
export type SiteFile = { file: string; path: string }

/**
 * Finds the file for a decoded path as static hosts do: the file itself, the page of that name, or the folder's index.
 * Hidden files and links that lead out of the folder are not found.
 */
export function resolveSiteFile(folder: string, path: string): SiteFile | undefined {
  if (path.includes('\0') || path.includes('\\') || path.split('/').some((part) => part.startsWith('.')))
    return
  const trimmed = path.replace(/\/+$/, '')
  const candidates = path.endsWith('/') ? [] : [trimmed]
  if (trimmed !== '') candidates.push(`${trimmed}.html`)
  candidates.push(`${trimmed}/index.html`)
  const root = realpathSync(folder)
  for (const candidate of candidates) {
    const file = existingFile(join(root, candidate))
    if (file?.startsWith(root + sep)) return { file, path: `/${relative(root, file).split(sep).join('/')}` }
  }
  return undefined
}

export type EncodedVariant = { file: string; encoding?: 'br' | 'gzip' }

/** The file itself, or the smallest compressed one beside it that the client accepts. */
export function chooseEncoding(file: string, acceptEncoding: string | undefined): EncodedVariant {
  const suffixes = { br: '.br', gzip: '.gz' } as const
  const accepted = new Negotiator({ headers: { 'accept-encoding': acceptEncoding ?? '' } }).encodings([
    'br',
    'gzip',
  ])
  const encoding = (['br', 'gzip'] as const).find(
    (name) => accepted.includes(name) && existingFile(file + suffixes[name]),
  )
  return encoding ? { file: file + suffixes[encoding], encoding } : { file }
}

export function contentTypeOf(path: string): string {
  return mime.contentType(path.slice(path.lastIndexOf('/') + 1)) || 'application/octet-stream'
}

/** The path with symbolic links resolved; undefined if it does not lead to a file. */
function existingFile(path: string): string | undefined {
  try {
    const real = realpathSync(path)
    return statSync(real).isFile() ? real : undefined
  } catch {
    return undefined
  }
}
