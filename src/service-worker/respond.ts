import {
  filesOfPage,
  findPage,
  isPageAvailable,
  type OfflineFile,
  type OfflineManifest,
  type OfflinePage,
} from '#domain/offline/manifest.ts'
import { renderNotAvailablePage } from '#domain/offline/not-available-page.ts'
import type { PageCache } from './page-cache.ts'
import { hasDigest } from './verify-digest.ts'

/** Where responses come from. `noticeBuild` is called with the server’s build once it is known. */
export type ResponseSources = {
  manifest: OfflineManifest
  pageCache: PageCache
  scope: string
  noticeBuild: (build: string) => Promise<void>
}

/** How long to wait for a slow network if the page is cached. */
const networkTimeoutMillis = 4000

/** Responds with a page, from the network if possible, so that it is never outdated. */
export async function respondWithPage(
  sources: ResponseSources,
  event: FetchEvent,
  path: string,
): Promise<Response> {
  const { manifest, pageCache } = sources
  const page = findPage(manifest, path)
  const isStored = page !== undefined && isPageAvailable(manifest, page, await pageCache.paths())
  try {
    // Not navigation preload: if it fails, Firefox shows its own error page instead of the worker’s response.
    const networkResponse = fetch(event.request)
    const response = await (isStored
      ? Promise.race([networkResponse, rejectAfterTimeout()])
      : networkResponse)
    if (response.status >= 500 && isStored) return await respondOffline(sources, path)
    event.waitUntil(readBuildId(sources, response.clone()))
    return response
  } catch {
    return respondOffline(sources, path)
  }
}

/**
 * Responds with page data from the cache. Once the server has another build, the network comes first: pages of that
 * build must not get this build's data.
 */
export async function respondWithData(
  { pageCache, scope, noticeBuild }: ResponseSources,
  request: Request,
  file: OfflineFile,
): Promise<Response> {
  const isOutdated = await pageCache.isOutdated()
  const cached = isOutdated ? undefined : await pageCache.read(file)
  if (cached) return cached
  const address = new URL(file.path.replace(/(^|\/)_?\.data$/, '$1').replace(/\.data$/, ''), scope)
  try {
    const response = await fetch(request)
    if (isOutdated || !response.ok || (await hasDigest(response.clone(), file.digest))) return response
    await noticeBuild('')
    return reloadResponse(address)
  } catch {
    return (await pageCache.read(file)) ?? Response.error()
  }
}

/** Responds with a file whose name contains its hash, so it is the same in every build. */
export async function respondWithFile(
  { pageCache }: ResponseSources,
  request: Request,
  file?: OfflineFile,
): Promise<Response> {
  const cached = file && (await pageCache.read(file))
  if (cached) return cached
  // Pages of an older build may still be open.
  return (!file && (await caches.match(request))) || fetch(request)
}

function rejectAfterTimeout(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), networkTimeoutMillis))
}

/** A page must not use data of another build, so each page names its build. */
async function readBuildId({ noticeBuild }: ResponseSources, response: Response): Promise<void> {
  if (!response.ok) return
  const build = /<meta name="build" content="([^"]+)"/.exec(await response.text())?.[1]
  if (build !== undefined) await noticeBuild(build)
}

async function respondOffline(
  { manifest, pageCache, scope }: ResponseSources,
  path: string,
): Promise<Response> {
  const page = findPage(manifest, path)
  const shell =
    page &&
    (await isPageIntact(manifest, pageCache, page)) &&
    (await readText(manifest, pageCache, manifest.shell))
  if (shell) return html(shell, 200)
  const notFound = await readText(manifest, pageCache, manifest.notFound)
  if (!notFound) return Response.error()
  if (!page) return html(notFound, 404)
  const paths = await pageCache.paths()
  const storedPages = manifest.pages.filter((each: OfflinePage) => isPageAvailable(manifest, each, paths))
  return html(renderNotAvailablePage(notFound, new URL(scope).pathname, page, storedPages), 503)
}

/** Verifies every file of the page: with a corrupted one, the shell would stay empty. */
async function isPageIntact(
  manifest: OfflineManifest,
  pageCache: PageCache,
  page: OfflinePage,
): Promise<boolean> {
  const files = await Promise.all(filesOfPage(manifest, page).map((file) => pageCache.read(file)))
  return files.every((file) => file !== undefined)
}

async function readText(
  { files }: OfflineManifest,
  pageCache: PageCache,
  path: string,
): Promise<string | undefined> {
  const file = files.find((each) => each.path === path)
  return (file && (await pageCache.read(file)))?.text()
}

function html(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** A response that makes the router load this address in full. */
function reloadResponse(address: URL): Response {
  const headers = { 'X-Remix-Redirect': address.href, 'X-Remix-Reload-Document': 'true' }
  return new Response(null, { status: 204, headers })
}
