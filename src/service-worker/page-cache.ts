import type { OfflineFile } from '#domain/offline/manifest.ts'
import { hasDigest } from './verify-digest.ts'

/** Each build has a cache of its own, so that no page gets files of another build. */
function prefixOf(scope: string): string {
  return `docker-mastery.kept ${new URL(scope).pathname} `
}

export type PageCache = {
  /** The file, if it is cached and intact. A corrupted file is deleted. */
  read: (file: OfflineFile) => Promise<Response | undefined>
  /**
   * Copies the file from an older build or downloads it, unless it is cached. Throws if the server’s file is different.
   */
  ensureStored: (file: OfflineFile, signal?: AbortSignal) => Promise<void>
  paths: () => Promise<Set<string>>
  /** Whether the server is known to have another build. */
  isOutdated: () => Promise<boolean>
  setOutdated: (isOutdated: boolean) => Promise<void>
  deleteAll: () => Promise<void>
}

/** The server's file differs from this build's: a newer build was deployed. */
export class OtherBuildError extends Error {}

export function openPageCache(scope: string, build: string): PageCache {
  const name = prefixOf(scope) + build
  // An address that no file has.
  const outdatedMarker = `${scope}?outdated`
  const addressOf = (path: string) => new URL(path, scope).href
  const read = async ({ path, digest }: OfflineFile) => {
    const cache = await caches.open(name)
    const stored = await cache.match(addressOf(path))
    if (!stored) return undefined
    if (await hasDigest(stored.clone(), digest)) return stored
    await cache.delete(addressOf(path))
    return undefined
  }
  const store = async ({ path }: OfflineFile, response: Response) => {
    const cache = await caches.open(name)
    const type = response.headers.get('Content-Type') ?? 'application/octet-stream'
    // A new response, because browsers reject a redirected response for a navigation.
    await cache.put(
      addressOf(path),
      new Response(await response.arrayBuffer(), { headers: { 'Content-Type': type } }),
    )
  }
  return {
    read,
    ensureStored: async (file, signal) => {
      const cache = await caches.open(name)
      if (await cache.match(addressOf(file.path))) return
      const older = await caches.match(addressOf(file.path))
      if (older && (await hasDigest(older.clone(), file.digest))) return store(file, older)
      const init: RequestInit & { priority: string } = {
        priority: 'low',
        // Files without a hash in their name bypass the HTTP cache: an old copy would look like one of another build.
        cache: file.path.startsWith('assets/') ? 'default' : 'no-cache',
        ...(signal && { signal }),
      }
      const response = await fetch(addressOf(file.path), init)
      if (!(await hasDigest(response.clone(), file.digest)))
        throw response.status >= 500 ? new Error(`${file.path}: ${response.status}`) : new OtherBuildError()
      await store(file, response)
    },
    paths: async () => {
      const requests = await (await caches.open(name)).keys()
      return new Set(requests.map(({ url }) => url.slice(scope.length)))
    },
    isOutdated: async () => (await caches.match(outdatedMarker, { cacheName: name })) !== undefined,
    setOutdated: async (isOutdated) => {
      const cache = await caches.open(name)
      await (isOutdated ? cache.put(outdatedMarker, new Response()) : cache.delete(outdatedMarker))
    },
    deleteAll: async () => void (await caches.delete(name)),
  }
}

/** The caches of the builds before this one, oldest first. */
export async function listOlderCaches(scope: string, build: string): Promise<string[]> {
  const prefix = prefixOf(scope)
  const names = await caches.keys()
  return names.filter(
    (name) => isPrecache(name, scope) || (name.startsWith(prefix) && name !== prefix + build),
  )
}

/** The site's first service workers stored everything at once, in a cache named by Workbox. */
export function isPrecache(name: string, scope: string): boolean {
  return name.startsWith('workbox-precache') && name.endsWith(scope)
}
