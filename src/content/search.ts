import { loadSearchIndex, loadTitles, type SearchIndex } from '#domain/search/search.ts'
import { once } from './body.ts'

const loadedTitles = new Map<string, Promise<{ index: SearchIndex; whole: string }>>()
const loadedIndexes = new Map<string, Promise<SearchIndex>>()

/** The small index that answers first, fetched on first use and kept. It knows where the whole one is. */
export function loadFirstIndex(address: string): Promise<{ index: SearchIndex; whole: string }> {
  return once(loadedTitles, address, () => fetchRead(address, loadTitles))
}

/** The whole search index, fetched once and kept. */
export function loadWholeIndex(address: string): Promise<SearchIndex> {
  return once(loadedIndexes, address, () => fetchRead(address, loadSearchIndex))
}

async function fetchRead<Value>(address: string, read: (json: string) => Value | undefined): Promise<Value> {
  const response = await fetch(address)
  const value = response.ok ? read(await response.text()) : undefined
  if (!value) throw new Error(`the search index at ${address} did not arrive whole (${response.status})`)
  return value
}
