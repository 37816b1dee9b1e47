import { loadWithRetry } from '#store/load-with-retry.ts'

/** What a navigation waits for, by the name that `useLoadFailure` knows. */
export const pageDataName = 'page'

/**
 * How the router fetches the data of pages. What a reader asked for is waited for; what is only fetched ahead may fail.
 * An address that is no page is the router's to say.
 */
export async function fetchPageData(request: Request, { type }: { type: string }): Promise<Response> {
  if (type !== 'navigation') return fetch(request)
  const { url, signal } = request
  return loadWithRetry(pageDataName, () => bufferedResponse(request), { address: url, signal })
}

/** The router reads the answer as it comes, and takes half a one for a broken page. */
async function bufferedResponse(request: Request): Promise<Response> {
  const response = await fetch(request)
  if (response.status >= 500) throw new Error(`${request.url} answers ${response.status}`)
  // The service worker's word that the course has changed: it has no body, and may have none.
  if (response.status === 204) return response
  return new Response(await response.arrayBuffer(), response)
}
