import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '../build/list-files.ts'

/** One file of each kind that a host serves. */
export type HostProbe = {
  kind: string
  /** Relative to the site’s address. */
  address: string
  /** Its path in the built folder. */
  path: string
  status: 200 | 404
}

const kinds: { kind: string; path: RegExp; address?: (path: string) => string }[] = [
  { kind: 'home page', path: /^\/index\.html$/, address: () => '/' },
  { kind: 'page', path: /^\/[^/]+\/[^/]+\/index\.html$/, address: (path) => path.replace('/index.html', '') },
  { kind: 'page data', path: /^\/[^/]+\/[^/]+\.data$/ },
  { kind: 'script named by its hash', path: /^\/assets\/framework-[^/]+\.js$/ },
  { kind: 'search index', path: /^\/assets\/search-[^/]+\.json$/ },
  { kind: 'font', path: /^\/assets\/[^/]+\.woff2$/ },
  { kind: 'worker of the labs’ machine', path: /^\/assets\/machine-worker-[^/]+\.js$/ },
  { kind: 'service worker', path: /^\/sw\.js$/ },
  { kind: 'offline list', path: /^\/offline\.json$/ },
  { kind: 'icon', path: /^\/icon\.svg$/ },
  { kind: 'web app manifest', path: /^\/manifest\.webmanifest$/ },
  { kind: 'sitemap', path: /^\/sitemap\.xml$/ },
  { kind: 'robots.txt', path: /^\/robots\.txt$/ },
  { kind: 'manifest of the labs’ image', path: /^\/lab\/manifest\.json$/ },
  { kind: 'part of the labs’ image', path: /^\/lab\/parts\/[^/.]+$/ },
]

/** The kinds of files that the built folder has; without labs there are fewer. */
export function hostProbes(folder: string): HostProbe[] {
  const paths = listFiles(folder).map((file) => file.slice(folder.length))
  const found = kinds.flatMap(({ kind, path: pattern, address }) => {
    const path = paths.find((each) => pattern.test(each))
    return path === undefined ? [] : [{ kind, address: address?.(path) ?? path, path, status: 200 as const }]
  })
  const missing = ['/no/such-page', '/assets/gone-1a2b3c.js', '/gone.data'].map((address) => ({
    kind: `missing file ${address}`,
    address,
    path: '/404.html',
    status: 404 as const,
  }))
  return [...found, ...(existsSync(join(folder, '404.html')) ? missing : [])]
}
