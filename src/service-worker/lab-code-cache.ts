/**
 * The code that only a running lab needs (terminal, editor, the machine's worker) is cached once a learner has
 * started a lab, and with each build from then on.
 */
const cacheName = 'docker-mastery.lab-code'

export type LabCodeCache = {
  has: (address: string) => boolean
  respond: (request: Request) => Promise<Response>
  store: () => Promise<void>
  isUsed: () => Promise<boolean>
  deleteOld: () => Promise<void>
}

/** `files` are full addresses. Their names contain a hash, so a cached file is never outdated. */
export function openLabCodeCache(files: ReadonlySet<string>): LabCodeCache {
  return {
    has: (address) => files.has(address),
    respond: async (request) => (await caches.match(request, { cacheName })) ?? fetch(request),
    store: async () => {
      const cache = await caches.open(cacheName)
      const stored = new Set((await cache.keys()).map(({ url }) => url))
      await cache.addAll([...files].filter((address) => !stored.has(address)))
    },
    isUsed: () => caches.has(cacheName),
    deleteOld: async () => {
      const cache = await caches.open(cacheName)
      const old = (await cache.keys()).filter(({ url }) => !files.has(url))
      await Promise.all(old.map((request) => cache.delete(request)))
    },
  }
}
