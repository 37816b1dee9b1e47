/** The files and pages of a build, for the service worker. Paths and addresses are relative to the site's base. */
export type OfflineManifest = {
  /** Identifies the build. */
  build: string
  /** An HTML file that starts the app at any address. Stored pages consist of data only and open in it. */
  shell: string
  notFound: string
  files: OfflineFile[]
  /** Stored before any page: indexes into `files`. */
  core: number[]
  /** In the order of the course. */
  pages: OfflinePage[]
}

export type OfflineFile = {
  path: string
  /** The first 8 characters (48 bits) of the file’s SHA-256 in base64url: against corruption and mixed builds, not attacks. */
  digest: string
  bytes: number
}

export type OfflinePage = {
  /** `internals/cgroups`; the home page's is empty. */
  address: string
  title: string
  /** Indexes into `files`. The page's data is last: if it is stored, so are the others. */
  files: number[]
}

/** How much of the course the browser has stored. */
export type OfflineCopySize = { pages: number; allPages: number; bytes: number; allBytes: number }

/** The page at a path below the base, with or without a final slash. */
export function findPage(manifest: OfflineManifest, path: string): OfflinePage | undefined {
  const address = path.replace(/(^|\/)index\.html$/, '').replace(/\/$/, '')
  return manifest.pages.find((page) => page.address === address)
}

/** Every file that a page needs offline, its data last. */
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
 * The page to store next: visited pages, the latest first, then those that follow it in the course, then those before it.
 * Undefined when all are stored. `visited` are paths below the base, the latest last.
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
  const storedFiles = manifest.files.filter(({ path }) => storedPaths.has(path))
  return {
    pages: manifest.pages.filter((page) => isPageAvailable(manifest, page, storedPaths)).length,
    allPages: manifest.pages.length,
    bytes: bytesOf(storedFiles),
    allBytes: bytesOf(manifest.files),
  }
}

function bytesOf(files: OfflineFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

function filesAt({ files }: OfflineManifest, fileIndexes: number[]): OfflineFile[] {
  return fileIndexes.flatMap((index) => files[index] ?? [])
}
