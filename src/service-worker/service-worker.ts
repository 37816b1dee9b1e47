import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'

/**
 * Keeps the whole site for offline use. All pages of one build are kept together, so a page never meets
 * the chunks of another build. A new build waits until the learner says so (features/offline) or all tabs
 * are closed.
 *
 * What only a running lab needs (terminal, editor, the machine's worker) is kept once a learner has started one, and
 * with each build from then on.
 */
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[]; __LAB_CODE: string[] }

const labCache = 'docker-mastery.lab-code'
/** Full addresses. Their names carry their hash, so what is kept under one is never old. */
const labCode = new Set(self.__LAB_CODE.map((file) => new URL(file, self.location.href).href))

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
  if (!labCode.has(event.request.url)) return
  event.respondWith(
    caches.match(event.request, { cacheName: labCache }).then((kept) => kept ?? fetch(event.request)),
  )
})

self.addEventListener('install', (event) => {
  event.waitUntil(caches.has(labCache).then((isUsed) => (isUsed ? keepLabCode() : undefined)))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(caches.has(labCache).then((isUsed) => (isUsed ? forgetOldLabCode() : undefined)))
})

self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') void self.skipWaiting()
  if (event.data === 'keep-lab-code') event.waitUntil(keepLabCode())
})

async function keepLabCode(): Promise<void> {
  const cache = await caches.open(labCache)
  const kept = new Set((await cache.keys()).map(({ url }) => url))
  await cache.addAll([...labCode].filter((address) => !kept.has(address)))
}

async function forgetOldLabCode(): Promise<void> {
  const cache = await caches.open(labCache)
  const old = (await cache.keys()).filter(({ url }) => !labCode.has(url))
  await Promise.all(old.map((request) => cache.delete(request)))
}
