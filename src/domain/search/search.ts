import MiniSearch, { type Query } from 'minisearch'
import type { Role } from '../role.ts'
import type { SearchDocument, SearchKind } from './document.ts'
import { engineOptions, fieldWeights, type Indexed, kindWeights, roleWeight } from './engine.ts'
import { terms } from './tokenize.ts'

/** The loaded index: the engine knows places in the list, the list knows what to show. */
export type SearchIndex = { documents: SearchDocument[]; engine: MiniSearch<Indexed> }

export type SearchResult = {
  document: SearchDocument
  score: number
  /** The terms of the document that matched, for highlighting. */
  terms: string[]
}

/** The file as the build writes it. */
export type SearchFile = { documents: SearchDocument[]; index: ReturnType<MiniSearch['toJSON']> }

/**
 * Reads the index that the build made. It is a file of this very site, so its shape is known; what can
 * happen on the way is that it arrives torn, which gives undefined.
 */
export function loadSearchIndex(json: string): SearchIndex | undefined {
  try {
    // Written by `buildSearchIndex` with the same options.
    const { documents, index } = JSON.parse(json) as SearchFile
    return { documents, engine: MiniSearch.loadJS(index, engineOptions) }
  } catch {
    return undefined
  }
}

export type SearchSettings = { limit?: number; kinds?: SearchKind[]; role?: Role }

/** What fits the query best, best first. All of its words must be there; if nothing has them all, any. */
export function searchDocuments(
  index: SearchIndex,
  query: string,
  settings: SearchSettings = {},
): SearchResult[] {
  const words = query
    .split(/\s+/)
    .map(wordQuery)
    .filter((word) => word !== undefined)
  if (words.length === 0) return []
  const strict = run(index, { combineWith: 'AND', queries: words }, settings)
  return strict.length > 0 || words.length === 1
    ? strict
    : run(index, { combineWith: 'OR', queries: words }, settings)
}

/** One word as typed: as a whole, or at least all of its parts (`multi-stage` finds "multi stage"). */
function wordQuery(written: string): Query | undefined {
  const [whole, ...others] = terms(written)
  if (whole === undefined) return undefined
  const parts = others.filter((part) => /^[\p{L}\p{N}]+$/u.test(part))
  if (parts.length === 0) return { queries: [whole] }
  return {
    combineWith: 'OR',
    queries: [
      { queries: [whole], boost: wholeWeights },
      { combineWith: 'AND', queries: parts },
    ],
  }
}

/** `--memory` as typed says more than the word inside it. */
const wholeWeight = 4
const wholeWeights = {
  title: fieldWeights.title * wholeWeight,
  context: fieldWeights.context * wholeWeight,
  text: fieldWeights.text * wholeWeight,
}

function run({ documents, engine }: SearchIndex, query: Query, settings: SearchSettings): SearchResult[] {
  const { limit = 30, kinds, role } = settings
  const found = engine.search(query, {
    tokenize: (term) => [term],
    boost: fieldWeights,
    prefix: (term) => term.length > 1,
    // A typing slip of one letter in five; a flag or a number with another digit is another thing.
    fuzzy: (term) => (/^\p{L}{5,}$/u.test(term) ? 0.2 : false),
    boostDocument: (id: number) => {
      const document = documents[id]
      if (!document || (kinds && !kinds.includes(document.kind))) return 0
      return kindWeights[document.kind] * (role && document.role === role ? roleWeight : 1)
    },
  })
  return found.slice(0, limit).flatMap(({ id, score, terms: matched }) => {
    const document = documents[id]
    return document ? [{ document, score, terms: matched }] : []
  })
}
