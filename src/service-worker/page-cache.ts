import type { OfflineFile } from '#domain/offline/manifest.ts'
import { hasDigest } from './verify-digest.ts'

/** Each build keeps its files in a cache of its own, so that no page meets the files of another. */
function prefixOf(scope: string): string {
  return `docker-mastery.kept ${new URL(scope).pathname} `
}

export type PageCache = {
  /** The file, if it is kept and whole. A damaged one is deleted. */
  read: (file: OfflineFile) => Promise<Response | undefined>
  /** Copies it from an older build or fetches it, unless it is kept. Throws where the server has another one. */
  keep: (file: OfflineFile, signal?: AbortSignal) => Promise<void>
  paths: () => Promise<Set<string>>
  /** Whether the server is known to have another build. */
  isOutdated: () => Promise<boolean>
  setOutdated: (isOutdated: boolean) => Promise<void>
  deleteAll: () => Promise<void>
}

/** The server has other bytes than this build: the course was deployed anew. */
export class OtherBuildError extends Error {}

export function openPageCache(scope: string, build: string): PageCache {
  const name = prefixOf(scope) + build
  // No file has this address.
  const outdatedMarker = `${scope}?outdated`
  const addressOf = (path: string) => new URL(path, scope).href
  const read = async ({ path, digest }: OfflineFile) => {
    const cache = await caches.open(name)
    const kept = await cache.match(addressOf(path))
    if (!kept) return undefined
    if (await hasDigest(kept.clone(), digest)) return kept
    await cache.delete(addressOf(path))
    return undefined
  }
  const store = async ({ path }: OfflineFile, response: Response) => {
    const cache = await caches.open(name)
    const type = response.headers.get('Content-Type') ?? 'application/octet-stream'
    // Made anew: browsers refuse to open a page with a response that was redirected.
    await cache.put(
      addressOf(path),
      new Response(await response.arrayBuffer(), { headers: { 'Content-Type': type } }),
    )
  }
  return {
    read,
    keep: async (file, signal) => {
      const cache = await caches.open(name)
      if (await cache.match(addressOf(file.path))) return
      const older = await caches.match(addressOf(file.path))
      if (older && (await hasDigest(older.clone(), file.digest))) return store(file, older)
      const init: RequestInit & { priority: string } = {
        priority: 'low',
        // What has no hash in its name is asked for anew: an old copy would be taken for another build's.
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

/** The first workers of this site kept all of it at once, in a cache that Workbox named. */
export function isPrecache(name: string, scope: string): boolean {
  return name.startsWith('workbox-precache') && name.endsWith(scope)
}
