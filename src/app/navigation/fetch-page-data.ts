import { loadWithRetry } from '#store/load-with-retry.ts'
import { takePrefetchedData } from './prefetch-page.ts'

/** The name of a navigation's load in `useLoadFailure`. */
export const pageLoadName = 'page'

/**
 * The router's fetch for page data. Navigations retry on failure; prefetches may fail. Unknown addresses are left to
 * the router.
 */
export async function fetchPageData(request: Request, { type }: { type: string }): Promise<Response> {
  if (type !== 'navigation') return fetch(request)
  const { url, signal } = request
  return loadWithRetry(pageLoadName, () => bufferedResponse(request), { address: url, signal })
}

/** Buffered, because the router streams responses and would treat a truncated one as a broken page. */
async function bufferedResponse(request: Request): Promise<Response> {
  const response = (await takePrefetchedData(request)) ?? (await fetch(request))
  if (response.status >= 500) throw new Error(`${request.url} answers ${response.status}`)
  // 204 is the service worker’s response for an outdated build; such a response must not have a body.
  if (response.status === 204) return response
  return new Response(await response.arrayBuffer(), response)
}
