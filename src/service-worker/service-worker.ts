import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'

/**
 * Keeps the whole site for offline use. All pages of one build are kept together, so a page never meets
 * the chunks of another build. A new build waits until the learner says so (features/offline) or all tabs
 * are closed.
 */
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] }

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

self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') void self.skipWaiting()
})
