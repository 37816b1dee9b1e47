/**
 * An older build’s cache is kept while pages are open that were open when this build took over, because they may still
 * need its code. The ids of these pages are stored in that cache, because the browser may stop and start the worker at
 * any time.
 */
const openPagesPath = '?open-pages'

export async function recordOpenPages(scope: string, cacheName: string): Promise<void> {
  await writePageIds(scope, cacheName, [...(await openPageIds())])
}

/**
 * Called when pages open. A cache without stored ids belongs to a build that is just taking over. `ownPageId` is a page
 * of this build.
 */
export async function deleteUnusedCaches(
  scope: string,
  olderCaches: string[],
  ownPageId?: string,
): Promise<void> {
  if (olderCaches.length === 0) return
  const openIds = await openPageIds()
  for (const cacheName of olderCaches) {
    const stored = await caches.match(scope + openPagesPath, { cacheName })
    if (!stored) continue
    const ids: string[] = await stored.json()
    const remainingIds = ids.filter((id) => openIds.has(id) && id !== ownPageId)
    if (remainingIds.length === 0) await caches.delete(cacheName)
    else await writePageIds(scope, cacheName, remainingIds)
  }
}

async function writePageIds(scope: string, cacheName: string, pageIds: string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.put(scope + openPagesPath, new Response(JSON.stringify(pageIds)))
}

async function openPageIds(): Promise<Set<string>> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return new Set(pages.map(({ id }) => id))
}

declare const self: ServiceWorkerGlobalScope
