import { useEffect, useMemo, useState } from 'react'
import { loadIndex } from '#content/search.ts'
import { type SearchIndex, type SearchResult, searchDocuments } from '#domain/search/search.ts'
import { useRole } from '#store/role.ts'

export type Search =
  | { kind: 'loading' }
  | { kind: 'failed'; retry: () => void }
  | { kind: 'empty' }
  | { kind: 'results'; results: SearchResult[] }

/** Results for a query as it is typed. The index is fetched on first use. */
export function useSearch(query: string, indexAddress: string, limit: number): Search {
  const [index, setIndex] = useState<SearchIndex | 'failed'>()
  const [attempt, setAttempt] = useState(0)
  const role = useRole()
  // Another attempt is another reason to load.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    loadIndex(indexAddress).then(setIndex, () => setIndex('failed'))
  }, [indexAddress, attempt])
  const results = useMemo(
    () => (index && index !== 'failed' ? searchDocuments(index, query, { limit, role }) : []),
    [index, query, limit, role],
  )
  if (index === 'failed') return { kind: 'failed', retry: () => setAttempt(attempt + 1) }
  if (query.trim() === '') return { kind: 'empty' }
  return index ? { kind: 'results', results } : { kind: 'loading' }
}
