import { loadSearchIndex, type SearchIndex } from '#domain/search/search.ts'

let loading: Promise<SearchIndex> | undefined

/** The search index, fetched on first use and kept. A failure is forgotten, so that it can be tried again. */
export function loadIndex(address: string): Promise<SearchIndex> {
  loading ??= fetchIndex(address).catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}

async function fetchIndex(address: string): Promise<SearchIndex> {
  const response = await fetch(address)
  const index = response.ok ? loadSearchIndex(await response.text()) : undefined
  if (!index) throw new Error(`the search index at ${address} did not arrive whole (${response.status})`)
  return index
}
