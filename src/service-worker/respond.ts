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

/** What the answers are made of. `noticeBuild` is told which build the server has, as soon as it is seen. */
export type ResponseSources = {
  manifest: OfflineManifest
  kept: PageCache
  scope: string
  noticeBuild: (build: string) => Promise<void>
}

/** How long a reader waits for a slow network where the page is kept. */
const networkTimeoutMillis = 4000

/** A page comes from the network while there is one, so that it is never old. */
export async function respondWithPage(
  sources: ResponseSources,
  event: FetchEvent,
  path: string,
): Promise<Response> {
  const { manifest, kept } = sources
  const page = findPage(manifest, path)
  const isKept = page !== undefined && isPageAvailable(manifest, page, await kept.paths())
  try {
    // No navigation preload: where it fails, Firefox shows its own error page instead of the worker's answer.
    const requestedAddress = fetch(event.request)
    const response = await (isKept
      ? Promise.race([requestedAddress, rejectAfterTimeout()])
      : requestedAddress)
    if (response.status >= 500 && isKept) return await respondOffline(sources, path)
    event.waitUntil(readBuildId(sources, response.clone()))
    return response
  } catch {
    return respondOffline(sources, path)
  }
}

/**
 * A page's data comes from what is kept. Once the server has another build it comes from the network while there is
 * one: the pages of that build must not get this one's data.
 */
export async function respondWithData(
  { kept, scope, noticeBuild }: ResponseSources,
  request: Request,
  file: OfflineFile,
): Promise<Response> {
  const isOutdated = await kept.isOutdated()
  const siteFile = isOutdated ? undefined : await kept.read(file)
  if (siteFile) return siteFile
  const address = new URL(file.path.replace(/(^|\/)_?\.data$/, '$1').replace(/\.data$/, ''), scope)
  try {
    const response = await fetch(request)
    if (isOutdated || !response.ok || (await hasDigest(response.clone(), file.digest))) return response
    await noticeBuild('')
    return bufferResponse(address)
  } catch {
    return (await kept.read(file)) ?? Response.error()
  }
}

/** A file whose name carries its hash is the same in every build that has it. */
export async function respondWithFile(
  { kept }: ResponseSources,
  request: Request,
  file?: OfflineFile,
): Promise<Response> {
  const siteFile = file && (await kept.read(file))
  if (siteFile) return siteFile
  // Pages of an older build may still be open.
  return (!file && (await caches.match(request))) || fetch(request)
}

function rejectAfterTimeout(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), networkTimeoutMillis))
}

/** The page of one build must not live with the data of another, so each page says which it is of. */
async function readBuildId({ noticeBuild }: ResponseSources, response: Response): Promise<void> {
  if (!response.ok) return
  const build = /<meta name="build" content="([^"]+)"/.exec(await response.text())?.[1]
  if (build !== undefined) await noticeBuild(build)
}

async function respondOffline({ manifest, kept, scope }: ResponseSources, path: string): Promise<Response> {
  const page = findPage(manifest, path)
  const shell =
    page && (await isPageWhole(manifest, kept, page)) && (await readText(manifest, kept, manifest.shell))
  if (shell) return html(shell, 200)
  const notFound = await readText(manifest, kept, manifest.notFound)
  if (!notFound) return Response.error()
  if (!page) return html(notFound, 404)
  const paths = await kept.paths()
  const keptPages = manifest.pages.filter((each: OfflinePage) => isPageAvailable(manifest, each, paths))
  return html(renderNotAvailablePage(notFound, new URL(scope).pathname, page, keptPages), 503)
}

/** Reads every file of the page: opened with a damaged one, the shell would stay empty. */
async function isPageWhole(manifest: OfflineManifest, kept: PageCache, page: OfflinePage): Promise<boolean> {
  const files = await Promise.all(filesOfPage(manifest, page).map((file) => kept.read(file)))
  return files.every((file) => file !== undefined)
}

async function readText(
  { files }: OfflineManifest,
  kept: PageCache,
  path: string,
): Promise<string | undefined> {
  const file = files.find((each) => each.path === path)
  return (file && (await kept.read(file)))?.text()
}

function html(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** In the router's words: leave for this address by loading the page. */
function bufferResponse(address: URL): Response {
  const headers = { 'X-Remix-Redirect': address.href, 'X-Remix-Reload-Document': 'true' }
  return new Response(null, { status: 204, headers })
}
