import { useEffect, useMemo, useState } from 'react'
import { fetchFullIndex, fetchTitleIndex } from '#content/search-index.ts'
import { type SearchIndex, type SearchResult, searchDocuments } from '#domain/search/search.ts'
import { type LoadFailure, loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { useRole } from '#store/role.ts'

const part = 'search index'

export type Search =
  /** `trouble` says why, where the index did not come. */
  | { kind: 'loading'; trouble: LoadFailure | undefined }
  | { kind: 'empty' }
  /** `areMoreComing`: found by titles alone; texts and commands are still on their way. */
  | { kind: 'results'; results: SearchResult[]; areMoreComing: boolean; trouble: LoadFailure | undefined }

/**
 * Results for a query as it is typed. The index is fetched on first use: titles first, which are small, then all, so
 * that a slow line answers soon.
 */
export function useSearch(query: string, indexAddress: string, limit: number): Search {
  const [index, setIndex] = useState<SearchIndex>()
  const trouble = useLoadFailure(part)
  const role = useRole()
  useEffect(() => {
    const waiting = new AbortController()
    const { signal } = waiting
    const load = async () => {
      const titleIndex = await loadWithRetry(part, () => fetchTitleIndex(indexAddress), {
        address: indexAddress,
        signal,
      })
      setIndex((before) => before ?? titleIndex.index)
      const options = { address: titleIndex.whole, signal }
      setIndex(await loadWithRetry(part, () => fetchFullIndex(titleIndex.whole), options))
    }
    // It fails only when nobody waits any more.
    load().catch(() => undefined)
    return () => waiting.abort()
  }, [indexAddress])
  const results = useMemo(
    () => (index ? searchDocuments(index, query, { limit, role }) : []),
    [index, query, limit, role],
  )
  if (query.trim() === '' && !trouble) return { kind: 'empty' }
  const isFullIndexLoading = index?.hasTitlesOnly === true
  if (!index || (isFullIndexLoading && results.length === 0)) return { kind: 'loading', trouble }
  return { kind: 'results', results, areMoreComing: isFullIndexLoading, trouble }
}
