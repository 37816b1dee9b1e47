import { useEffect, useMemo, useState } from 'react'
import { loadIndex } from '#content/search.ts'
import { type SearchIndex, type SearchResult, searchDocuments } from '#domain/search/search.ts'
import { patiently, type Trouble, useTrouble } from '#store/arrivals.ts'
import { useRole } from '#store/role.ts'

const part = 'search index'

export type Search =
  /** `trouble` says why, where the index did not come. */
  | { kind: 'loading'; trouble: Trouble | undefined }
  | { kind: 'empty' }
  | { kind: 'results'; results: SearchResult[] }

/** Results for a query as it is typed. The index is fetched on first use. */
export function useSearch(query: string, indexAddress: string, limit: number): Search {
  const [index, setIndex] = useState<SearchIndex>()
  const trouble = useTrouble(part)
  const role = useRole()
  useEffect(() => {
    const waiting = new AbortController()
    const options = { address: indexAddress, signal: waiting.signal }
    // It fails only when nobody waits any more.
    patiently(part, () => loadIndex(indexAddress), options).then(setIndex, () => undefined)
    return () => waiting.abort()
  }, [indexAddress])
  const results = useMemo(
    () => (index ? searchDocuments(index, query, { limit, role }) : []),
    [index, query, limit, role],
  )
  if (query.trim() === '' && !trouble) return { kind: 'empty' }
  return index ? { kind: 'results', results } : { kind: 'loading', trouble }
}
