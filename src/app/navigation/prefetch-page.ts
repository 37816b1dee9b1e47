/** Responses that no navigation has used yet, by the path of the data file. */
const prefetchedData = new Map<string, Promise<Response>>()
const prefetchedCode = new Set<string>()

/** Downloads a page's data, and its code into the browser's cache. A failure does no harm: the click downloads it again. */
export function prefetchPage(dataFile: string, codeFiles: readonly string[]): void {
  if (!prefetchedData.has(dataFile)) {
    const response = fetch(dataFile, { priority: 'low' })
    prefetchedData.set(dataFile, response)
    response.catch(() => prefetchedData.delete(dataFile))
  }
  for (const file of codeFiles) {
    if (prefetchedCode.has(file) || isPreloaded(file)) continue
    prefetchedCode.add(file)
    // Not `<link rel="prefetch">`, because Firefox applies the policy’s `default-src` to it, which allows nothing.
    fetch(file, { priority: 'low' }).catch(() => prefetchedCode.delete(file))
  }
}

function isPreloaded(file: string): boolean {
  return document.querySelector(`link[rel=modulepreload][href="${file}"]`) !== null
}

/** Fetches a data file, or takes the response that was prefetched. Data files must be revalidated, so no cache has them. */
export function fetchData(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const prefetched = prefetchedData.get(pathname)
  prefetchedData.delete(pathname)
  return prefetched ? prefetched.catch(() => fetch(request)) : fetch(request)
}
