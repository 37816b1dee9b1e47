import {
  coreFiles,
  filesOfPage,
  nextPageToStore,
  type OfflineManifest,
  type OfflinePage,
  offlineCopySize,
} from '#domain/offline/manifest.ts'
import type {
  OutdatedBuildEvent,
  ServiceWorkerEvent,
  ServiceWorkerRequest,
} from '#domain/offline/worker-messages.ts'
import { openLabCodeCache } from './lab-code-cache.ts'
import { deleteUnusedCaches, recordOpenPages } from './older-builds.ts'
import { isPrecache, listOlderCaches, OtherBuildError, openPageCache } from './page-cache.ts'
import { type ResponseSources, respondWithData, respondWithFile, respondWithPage } from './respond.ts'

/**
 * Stores pages for offline use, one at a time and only when a page asks for it (platform/offline):
 * docs/decisions/0026. A new build stores what the previous one had, and takes over when a page says that it is idle;
 * open pages are notified and then load their next page in full.
 */
declare const self: ServiceWorkerGlobalScope & { __OFFLINE: OfflineManifest; __LAB_CODE: string[] }

const manifest = self.__OFFLINE
const { scope } = self.registration
const pageCache = openPageCache(scope, manifest.build)
const labCodeCache = openLabCodeCache(new Set(self.__LAB_CODE.map((file) => new URL(file, scope).href)))
const files = new Map(manifest.files.map((file) => [file.path, file]))
const sources: ResponseSources = { manifest, pageCache, scope, noticeBuild }
/** Aborts the current background download. */
let background: AbortController | undefined

self.addEventListener('install', (event) => event.waitUntil(install()))

async function install(): Promise<void> {
  // With data saver on, the previous build stays.
  if (isDataSaverOn()) throw new Error('The browser is saving data.')
  const previousCaches = await listOlderCaches(scope, manifest.build)
  for (const file of coreFiles(manifest)) await pageCache.ensureStored(file)
  for (const page of await cachedPages(previousCaches)) await storePage(page)
  if (await labCodeCache.isUsed()) await labCodeCache.store()
}

/** The pages that older builds had stored; the first version of the worker stored all of them. */
async function cachedPages(previousCaches: string[]): Promise<OfflinePage[]> {
  if (previousCaches.some((name) => isPrecache(name, scope))) return manifest.pages
  const openedCaches = await Promise.all(previousCaches.map((name) => caches.open(name)))
  const keys = await Promise.all(openedCaches.map((cache) => cache.keys()))
  const paths = new Set(keys.flat().map(({ url }) => url.slice(scope.length)))
  return manifest.pages.filter((page) => paths.has(filesOfPage(manifest, page).at(-1)?.path ?? ''))
}

self.addEventListener('activate', (event) => event.waitUntil(activate()))

async function activate(): Promise<void> {
  if (await labCodeCache.isUsed()) await labCodeCache.deleteOld()
  // The second version of the worker enabled it, but nothing uses the responses.
  await self.registration.navigationPreload?.disable()
  const previousCaches = await listOlderCaches(scope, manifest.build)
  const lastCache = previousCaches.findLast((name) => !isPrecache(name, scope))
  for (const name of previousCaches) if (name !== lastCache) await caches.delete(name)
  if (lastCache !== undefined) await recordOpenPages(scope, lastCache)
  await self.clients.claim()
  await notifyPages(manifest.build)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return
  if (labCodeCache.has(request.url)) return event.respondWith(labCodeCache.respond(request))
  const path = decodeURI(new URL(request.url).pathname.slice(new URL(scope).pathname.length))
  const file = files.get(path)
  if (request.mode === 'navigate') {
    background?.abort()
    event.waitUntil(deleteUnused())
    return event.respondWith(respondWithPage(sources, event, path))
  }
  if (path.endsWith('.data') && file) {
    background?.abort()
    return event.respondWith(respondWithData(sources, request, file))
  }
  if (file || path.startsWith('assets/')) event.respondWith(respondWithFile(sources, request, file))
})

/** Records which build the server has. If it is another one, the network comes before the cache. */
async function noticeBuild(build: string): Promise<void> {
  const isOther = build !== manifest.build
  if (isOther === (await pageCache.isOutdated())) return
  await pageCache.setOutdated(isOther)
  if (!isOther) return
  await notifyPages(build)
  await self.registration.update().catch(() => undefined)
}

async function notifyPages(build: string): Promise<void> {
  const message: OutdatedBuildEvent = { kind: 'course-changed', build }
  for (const page of await self.clients.matchAll({ type: 'window' })) page.postMessage(message)
}

self.addEventListener('message', (event) => {
  const message: ServiceWorkerRequest = event.data
  const respond = async (result: Promise<ServiceWorkerEvent>) => event.ports[0]?.postMessage(await result)
  if (message === 'use-new-version') return void self.skipWaiting()
  if (message === 'keep-lab-code') return event.waitUntil(labCodeCache.store())
  const isOwnPage = 'build' in message && message.build === manifest.build
  event.waitUntil(deleteUnused(isOwnPage && event.source instanceof Client ? event.source.id : undefined))
  if (message.kind === 'page-build') return
  if (message.kind === 'keep-next') return event.waitUntil(respond(storeNextPage(message.visited)))
  if (message.kind === 'delete-all') return event.waitUntil(respond(deleteAll()))
  event.waitUntil(respond(createAmountEvent()))
})

async function storeNextPage(visited: string[]): Promise<ServiceWorkerEvent> {
  const abortController = new AbortController()
  background = abortController
  try {
    const page = nextPageToStore(manifest, await pageCache.paths(), visited)
    if (page) await storePage(page, abortController.signal)
    return await createAmountEvent()
  } catch (error) {
    if (error instanceof OtherBuildError) await noticeBuild('')
    const reason = abortController.signal.aborted ? 'interrupted' : 'failed'
    return { ...(await createAmountEvent()), kind: 'not-kept', reason }
  }
}

async function deleteUnused(ownPageId?: string): Promise<void> {
  await deleteUnusedCaches(scope, await listOlderCaches(scope, manifest.build), ownPageId)
}

async function storePage(page: OfflinePage, signal?: AbortSignal): Promise<void> {
  for (const file of filesOfPage(manifest, page)) await pageCache.ensureStored(file, signal)
}

async function createAmountEvent(): Promise<ServiceWorkerEvent & { kind: 'amount' }> {
  return { kind: 'amount', amount: offlineCopySize(manifest, await pageCache.paths()) }
}

async function deleteAll(): Promise<ServiceWorkerEvent> {
  for (const name of await listOlderCaches(scope, manifest.build)) await caches.delete(name)
  await pageCache.deleteAll()
  return createAmountEvent()
}

function isDataSaverOn(): boolean {
  // Network Information API: not in TypeScript’s types.
  const { connection } = navigator as WorkerNavigator & { connection?: { saveData?: boolean } }
  return connection?.saveData === true
}
