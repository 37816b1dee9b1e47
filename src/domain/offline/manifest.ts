/** What a build says about itself, for the service worker that keeps it. Paths and addresses are below the site's base. */
export type OfflineManifest = {
  /** Tells one build from another. */
  build: string
  /** Starts the app at any address; a kept page is opened by it and its own data, and brings no HTML of its own. */
  shell: string
  notFound: string
  files: OfflineFile[]
  /** What is kept before any page: places in `files`. */
  core: number[]
  /** In the order of the course. */
  pages: OfflinePage[]
}

export type OfflineFile = {
  path: string
  /** The first 16 characters of the SHA-256 of its bytes, in base64url. */
  digest: string
  bytes: number
}

export type OfflinePage = {
  /** `internals/cgroups`; the home page's is empty. */
  address: string
  title: string
  /** Places in `files`. The last one is the page's data: where it is kept, all the others are. */
  files: number[]
}

/** How much of the course a browser keeps. */
export type OfflineCopySize = { pages: number; allPages: number; bytes: number; allBytes: number }

/** The page that a path below the base asks for: hosts serve one with and without a final slash. */
export function findPage(manifest: OfflineManifest, path: string): OfflinePage | undefined {
  const address = path.replace(/(^|\/)index\.html$/, '').replace(/\/$/, '')
  return manifest.pages.find((page) => page.address === address)
}

/** All that a page needs to be opened without a network, its data last. */
export function filesOfPage(manifest: OfflineManifest, page: OfflinePage): OfflineFile[] {
  return filesAt(manifest, [...new Set([...manifest.core, ...page.files])])
}

export function coreFiles(manifest: OfflineManifest): OfflineFile[] {
  return filesAt(manifest, manifest.core)
}

export function isPageAvailable(
  manifest: OfflineManifest,
  page: OfflinePage,
  storedPaths: ReadonlySet<string>,
): boolean {
  return filesOfPage(manifest, page).every(({ path }) => storedPaths.has(path))
}

/**
 * The page to keep next: what was visited, the latest first; then what follows it in the course, then what comes before.
 * Undefined when all are kept. `visited` are paths below the base, the latest last.
 */
export function nextPageToStore(
  manifest: OfflineManifest,
  storedPaths: ReadonlySet<string>,
  visited: readonly string[],
): OfflinePage | undefined {
  const opened = visited.flatMap((path) => findPage(manifest, path) ?? []).toReversed()
  const start = opened[0] ? manifest.pages.indexOf(opened[0]) : 0
  const inOrder = [...opened, ...manifest.pages.slice(start), ...manifest.pages.slice(0, start)]
  return inOrder.find((page) => !isPageAvailable(manifest, page, storedPaths))
}

export function offlineCopySize(
  manifest: OfflineManifest,
  storedPaths: ReadonlySet<string>,
): OfflineCopySize {
  const kept = manifest.files.filter(({ path }) => storedPaths.has(path))
  return {
    pages: manifest.pages.filter((page) => isPageAvailable(manifest, page, storedPaths)).length,
    allPages: manifest.pages.length,
    bytes: bytesOf(kept),
    allBytes: bytesOf(manifest.files),
  }
}

function bytesOf(files: OfflineFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

function filesAt({ files }: OfflineManifest, fileIndexes: number[]): OfflineFile[] {
  return fileIndexes.flatMap((place) => files[place] ?? [])
}
