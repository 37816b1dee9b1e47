/**
 * An older build's cache stays while a page is open that may still ask for its code: one that was there when this build
 * took over. Which pages these are is noted in that cache, for the browser ends and starts the worker as it likes.
 */
const openPagesPath = '?open-pages'

export async function noteOpenPages(scope: string, cacheName: string): Promise<void> {
  await writeNote(scope, cacheName, [...(await openPageIds())])
}

/**
 * Called while pages come and go. A cache without a note is of a build that is just taking over. `ownPageId` is of a page
 * that says it is of this build.
 */
export async function deleteUnusedCaches(
  scope: string,
  olderCaches: string[],
  ownPageId?: string,
): Promise<void> {
  if (olderCaches.length === 0) return
  const open = await openPageIds()
  for (const cacheName of olderCaches) {
    const note = await caches.match(scope + openPagesPath, { cacheName })
    if (!note) continue
    const ids: string[] = await note.json()
    const remainingIds = ids.filter((id) => open.has(id) && id !== ownPageId)
    if (remainingIds.length === 0) await caches.delete(cacheName)
    else await writeNote(scope, cacheName, remainingIds)
  }
}

async function writeNote(scope: string, cacheName: string, pageIds: string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.put(scope + openPagesPath, new Response(JSON.stringify(pageIds)))
}

async function openPageIds(): Promise<Set<string>> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return new Set(pages.map(({ id }) => id))
}

declare const self: ServiceWorkerGlobalScope
