import { loadSearchIndex, loadTitleIndex, type SearchIndex } from '#domain/search/search.ts'
import { memoizePromise } from './lesson-chunks.ts'

const titleIndexPromises = new Map<string, Promise<{ index: SearchIndex; fullIndexAddress: string }>>()
const fullIndexPromises = new Map<string, Promise<SearchIndex>>()

/**
 * Loads the small title index, once. It contains the address of the full index. `download` is a request for it that was
 * already started.
 */
export function fetchTitleIndex(
  address: string,
  download?: Promise<Response>,
): Promise<{ index: SearchIndex; fullIndexAddress: string }> {
  return memoizePromise(titleIndexPromises, address, () => fetchJson(address, loadTitleIndex, download))
}

/** Loads the full search index, once. */
export function fetchFullIndex(address: string): Promise<SearchIndex> {
  return memoizePromise(fullIndexPromises, address, () => fetchJson(address, loadSearchIndex))
}

async function fetchJson<Value>(
  address: string,
  read: (json: string) => Value | undefined,
  download = fetch(address),
): Promise<Value> {
  const response = await download
  const value = response.ok ? read(await response.text()) : undefined
  if (!value) throw new Error(`the search index at ${address} did not arrive whole (${response.status})`)
  return value
}
