import { downloadCode, downloadFile } from '#content/download-code.ts'

/** Data that no navigation has used yet, by its path. Data files must be revalidated, so no cache has them. */
const prefetchedData = new Map<string, Promise<Response | undefined>>()

/** A prefetch that takes longer is given up, so that a click never waits for a connection that was lost. */
const prefetchTimeoutMillis = 10_000

/** Downloads a page's data, and its code into the browser's cache. A failure does no harm: the click downloads it again. */
export function prefetchPage(dataFile: string, findCodeFiles: () => readonly string[]): void {
  if (prefetchedData.has(dataFile)) return
  // Not `<link rel="prefetch">`, because Firefox applies the policy’s `default-src` to it, which allows nothing.
  const options: RequestInit = { priority: 'low', signal: AbortSignal.timeout(prefetchTimeoutMillis) }
  const ignoreFailure = () => void prefetchedData.delete(dataFile)
  prefetchedData.set(dataFile, downloadFile(dataFile, options).catch(ignoreFailure))
  downloadCode(findCodeFiles(), options).catch(ignoreFailure)
}

/** The prefetched data for a request, which is used once; undefined if there is none. */
export async function takePrefetchedData({ url }: Request): Promise<Response | undefined> {
  const { pathname } = new URL(url)
  const prefetched = prefetchedData.get(pathname)
  prefetchedData.delete(pathname)
  return prefetched
}
