import { useEffect, useMemo, useState } from 'react'
import { loadFirstIndex, loadWholeIndex } from '#content/search.ts'
import { type SearchIndex, type SearchResult, searchDocuments } from '#domain/search/search.ts'
import { patiently, type Trouble, useTrouble } from '#store/arrivals.ts'
import { useRole } from '#store/role.ts'

const part = 'search index'

export type Search =
  /** `trouble` says why, where the index did not come. */
  | { kind: 'loading'; trouble: Trouble | undefined }
  | { kind: 'empty' }
  /** `areMoreComing`: found by titles alone; texts and commands are still on their way. */
  | { kind: 'results'; results: SearchResult[]; areMoreComing: boolean; trouble: Trouble | undefined }

/**
 * Results for a query as it is typed. The index is fetched on first use: titles first, which are small, then all, so
 * that a slow line answers soon.
 */
export function useSearch(query: string, indexAddress: string, limit: number): Search {
  const [index, setIndex] = useState<SearchIndex>()
  const trouble = useTrouble(part)
  const role = useRole()
  useEffect(() => {
    const waiting = new AbortController()
    const { signal } = waiting
    const load = async () => {
      const first = await patiently(part, () => loadFirstIndex(indexAddress), {
        address: indexAddress,
        signal,
      })
      setIndex((before) => before ?? first.index)
      const options = { address: first.whole, signal }
      setIndex(await patiently(part, () => loadWholeIndex(first.whole), options))
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
  const areMoreComing = index?.hasTitlesOnly === true
  if (!index || (areMoreComing && results.length === 0)) return { kind: 'loading', trouble }
  return { kind: 'results', results, areMoreComing, trouble }
}
