import MiniSearch, { type Query } from 'minisearch'
import type { Role } from '../role.ts'
import { normalizeText } from '../typed/normalize-characters.ts'
import {
  engineOptions,
  fieldWeights,
  type IndexedEntry,
  indexEntries,
  kindWeights,
  roleWeight,
} from './minisearch-options.ts'
import type { SearchEntry, SearchKind } from './search-entry.ts'
import { termsOf } from './tokenize.ts'

export type SearchIndex = FullIndex | TitleIndex

/** The engine returns indexes into the list of entries. */
type FullIndex = { documents: SearchEntry[]; engine: MiniSearch<IndexedEntry>; hasTitlesOnly?: false }

/** Contains no texts; it is used until the full index has loaded. Each search indexes the few entries that can match. */
type TitleIndex = { documents: TitleEntry[]; hasTitlesOnly: true }

/** `words` are the title and the context in lower case. */
type TitleEntry = SearchEntry & { words: string }

export type SearchResult = {
  entry: SearchEntry
  score: number
  /** The entry's terms that matched, for highlighting. */
  terms: string[]
}

/** The contents of the index file that the build writes. */
export type FullIndexFile = { documents: SearchEntry[]; index: ReturnType<MiniSearch['toJSON']> }

/**
 * Parses the index that the build created. It is a file of this site, so its shape is known. Undefined if the download was
 * cut off.
 */
export function loadSearchIndex(json: string): FullIndex | undefined {
  try {
    // Written by `buildSearchIndex` with the same options.
    const { documents, index } = JSON.parse(json) as FullIndexFile
    return { documents, engine: MiniSearch.loadJS(index, engineOptions) }
  } catch {
    return undefined
  }
}

/** The small index that loads first, without texts and without commands, which are many. */
export type TitleIndexFile = {
  documents: Omit<SearchEntry, 'text'>[]
  /** The address of the full index. */
  whole: string
}

/** Like `loadSearchIndex`, for the title index. */
export function loadTitleIndex(json: string): { index: TitleIndex; fullIndexAddress: string } | undefined {
  try {
    // Written by `buildTitleIndex`.
    const file = JSON.parse(json) as TitleIndexFile
    const documents = file.documents.map((entry) => {
      const words = `${entry.title} ${entry.context}`.toLowerCase()
      return { ...entry, text: '', words }
    })
    return { index: { documents, hasTitlesOnly: true }, fullIndexAddress: file.whole }
  } catch {
    return undefined
  }
}

/** Every word costs time. A long text that is pasted would freeze the page. */
const maxQueryWords = 32

export type SearchSettings = { limit?: number; kinds?: SearchKind[]; role?: Role }

/**
 * The best matches, best first. All words must match, as typed or as a prefix. If nothing matches, typos are tolerated, and
 * then any of the words is enough. With titles only, neither is tried, because the texts may contain the words.
 */
export function findSearchResults(
  index: SearchIndex,
  query: string,
  settings: SearchSettings = {},
): SearchResult[] {
  const words = [...new Set(normalizeText(query).split(' '))].slice(0, maxQueryWords)
  const queries = words.map(buildWordQuery).filter((word) => word !== undefined)
  if (queries.length === 0) return []
  const fullIndex = index.hasTitlesOnly ? indexCandidates(index, words) : index
  for (const attempt of index.hasTitlesOnly ? attempts.slice(0, 1) : attempts) {
    const found = run(fullIndex, { combineWith: attempt.combineWith, queries }, attempt.forgives, settings)
    if (found.length > 0) return found
  }
  return []
}

/**
 * Indexes the entries that contain a part of each word. To index all titles would take longer than everything else
 * between the first key and the first result.
 */
function indexCandidates({ documents }: TitleIndex, queryWords: string[]): FullIndex {
  const tests = queryWords.flatMap((word) => {
    const { whole, parts } = splitWord(word)
    const part = parts[0] ?? whole
    return part === undefined ? [] : testForPart(part)
  })
  const candidates = documents.filter(({ words }) => tests.every((contains) => contains(words)))
  return { documents: candidates, engine: indexEntries(candidates) }
}

const attempts = [
  { combineWith: 'AND', forgives: false },
  { combineWith: 'AND', forgives: true },
  { combineWith: 'OR', forgives: true },
] as const

/** A single letter or digit is no prefix, so it has to stand alone. */
function testForPart(part: string): (words: string) => boolean {
  if (part.length > 1) return (words) => words.includes(part)
  const alone = new RegExp(`(?<![\\p{L}\\p{N}])${part}(?![\\p{L}\\p{N}])`, 'u')
  return (words) => alone.test(words)
}

/** One word as typed, or at least all of its parts (`multi-stage` finds "multi stage"). */
function buildWordQuery(written: string): Query | undefined {
  const { whole, parts } = splitWord(written)
  if (whole === undefined) return undefined
  if (parts.length === 0) return { queries: [whole] }
  return {
    combineWith: 'OR',
    queries: [
      { queries: [whole], boost: exactWordWeights },
      { combineWith: 'AND', queries: parts },
    ],
  }
}

/** A typed word as a term, undefined if it is in nearly every text, and its parts without punctuation. */
function splitWord(written: string): { whole: string | undefined; parts: string[] } {
  const [whole, ...others] = termsOf(written)
  return { whole, parts: others.filter((part) => /^[\p{L}\p{N}]+$/u.test(part)) }
}

/** `--memory` as typed says more than the word inside it. */
const exactWordBoost = 4
const exactWordWeights = {
  title: fieldWeights.title * exactWordBoost,
  context: fieldWeights.context * exactWordBoost,
  text: fieldWeights.text * exactWordBoost,
}

function run(
  { documents, engine }: FullIndex,
  query: Query,
  isFuzzy: boolean,
  settings: SearchSettings,
): SearchResult[] {
  const { limit = 30, kinds, role } = settings
  const found = engine.search(query, {
    tokenize: (term) => [term],
    boost: fieldWeights,
    prefix: (term) => term.length > 1,
    // Two swapped letters are two typos. A flag or a number with a typo is something else.
    fuzzy: (term) => (isFuzzy && /^\p{L}{4,}$/u.test(term) ? 0.3 : false),
    boostDocument: (id: number) => {
      const entry = documents[id]
      if (!entry || (kinds && !kinds.includes(entry.kind))) return 0
      return kindWeights[entry.kind] * (role && entry.role === role ? roleWeight : 1)
    },
  })
  return found.slice(0, limit).flatMap(({ id, score, terms: matched }) => {
    const entry = documents[id]
    return entry ? [{ entry, score, terms: matched }] : []
  })
}

/** Unique in the index. An entry is the same one in the title index and in the full one. */
export function searchEntryKey({ kind, address, title }: SearchEntry): string {
  return `${kind} ${address} ${title}`
}
