import { loadWithRetry } from '#store/load-with-retry.ts'

/** The name of a navigation's load in `useLoadFailure`. */
export const pageDataName = 'page'

/**
 * The router's fetch for page data. Navigations retry on failure; prefetches may fail. Unknown addresses are left to
 * the router.
 */
export async function fetchPageData(request: Request, { type }: { type: string }): Promise<Response> {
  if (type !== 'navigation') return fetch(request)
  const { url, signal } = request
  return loadWithRetry(pageDataName, () => bufferedResponse(request), { address: url, signal })
}

/** The router streams the response and would treat half of one as a broken page, so it is buffered. */
async function bufferedResponse(request: Request): Promise<Response> {
  const response = await fetch(request)
  if (response.status >= 500) throw new Error(`${request.url} answers ${response.status}`)
  // The service worker's response for an outdated build; a 204 must not have a body.
  if (response.status === 204) return response
  return new Response(await response.arrayBuffer(), response)
}
