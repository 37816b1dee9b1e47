import {
  cleanupOutdatedCaches,
  PrecacheController,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching'

/**
 * Keeps the whole site for offline use. All pages of one build are kept together, so a page never meets
 * the chunks of another build. A new build waits until the learner says so (features/offline) or all tabs
 * are closed.
 *
 * What only a running lab needs (terminal, editor, the machine's worker) is kept once a learner has started one, and
 * with each build from then on.
 */
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[]; __LAB_CODE: PrecacheEntry[] }

const labCache = 'docker-mastery.lab-code'
const labCode = new PrecacheController({ cacheName: labCache })
labCode.addToCacheList(self.__LAB_CODE)

cleanupOutdatedCaches()
precacheAndRoute(self.__WB_MANIFEST, {
  // ?role= and ?q= are read in the page: the file is the same.
  ignoreURLParametersMatching: [/.*/],
  directoryIndex: 'index.html',
  // Hosts serve /internals/cgroups from internals/cgroups/index.html, with or without a final slash.
  urlManipulation: ({ url }) => {
    const isFile = /\.\w+$/.test(url.pathname)
    return isFile ? [] : [new URL(`${url.pathname.replace(/\/$/, '')}/index.html`, url)]
  },
})

self.addEventListener('fetch', (event) => {
  if (!labCode.getCacheKeyForURL(event.request.url)) return
  event.respondWith(labCode.matchPrecache(event.request).then((kept) => kept ?? fetch(event.request)))
})

self.addEventListener('install', (event) => {
  event.waitUntil(ifLabsAreUsed(() => labCode.install(event)))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(ifLabsAreUsed(() => labCode.activate(event)))
})

self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') void self.skipWaiting()
  if (event.data === 'keep-lab-code') void labCode.install(event)
})

async function ifLabsAreUsed(work: () => Promise<unknown>): Promise<void> {
  if (await caches.has(labCache)) await work()
}
