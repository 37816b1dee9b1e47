import { useEffect, useMemo, useState } from 'react'
import { fetchFullIndex, fetchTitleIndex } from '#content/search-index.ts'
import { findSearchResults, type SearchIndex, type SearchResult } from '#domain/search/search.ts'
import { type LoadFailure, loadWithRetry, useLoadFailure } from '#store/load-with-retry.ts'
import { useRole } from '#store/role.ts'

const part = 'search index'

export type Search =
  /** `loadFailure` says why the index did not load. */
  | { kind: 'loading'; loadFailure: LoadFailure | undefined }
  | { kind: 'empty' }
  /** `areMoreComing`: found by titles alone; the full index is still loading. */
  | { kind: 'results'; results: SearchResult[]; areMoreComing: boolean; loadFailure: LoadFailure | undefined }

/**
 * Results for a query as it is typed. The index loads on first use: first the small title index, then the full one,
 * so that a slow connection shows results soon.
 */
export function useSearch(query: string, indexAddress: string, limit: number): Search {
  const [index, setIndex] = useState<SearchIndex>()
  const loadFailure = useLoadFailure(part)
  const role = useRole()
  useEffect(() => {
    const abortController = new AbortController()
    const { signal } = abortController
    const load = async () => {
      const titleIndex = await loadWithRetry(part, () => fetchTitleIndex(indexAddress), {
        address: indexAddress,
        signal,
      })
      setIndex((before) => before ?? titleIndex.index)
      const options = { address: titleIndex.fullIndexAddress, signal }
      setIndex(await loadWithRetry(part, () => fetchFullIndex(titleIndex.fullIndexAddress), options))
    }
    // Rejects only when it is aborted.
    load().catch(() => undefined)
    return () => abortController.abort()
  }, [indexAddress])
  const results = useMemo(
    () => (index ? findSearchResults(index, query, { limit, role }) : []),
    [index, query, limit, role],
  )
  if (query.trim() === '' && !loadFailure) return { kind: 'empty' }
  const isFullIndexLoading = index?.hasTitlesOnly === true
  if (!index || (isFullIndexLoading && results.length === 0)) return { kind: 'loading', loadFailure }
  return { kind: 'results', results, areMoreComing: isFullIndexLoading, loadFailure }
}
