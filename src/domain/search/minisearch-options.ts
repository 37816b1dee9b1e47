import MiniSearch, { type Options } from 'minisearch'
import type { SearchEntry, SearchKind } from './search-entry.ts'
import { termsOf } from './tokenize.ts'

/** What MiniSearch is given: the place of the document in the list is its id, since ids as text are long. */
export type IndexedEntry = Pick<SearchEntry, 'title' | 'context' | 'text'> & { id: number }

/** Shared by the build, which makes the index, and the page, which loads it: they must agree. */
export const engineOptions: Options<IndexedEntry> = {
  fields: ['title', 'context', 'text'],
  tokenize: termsOf,
  // `terms` gives them in their final form.
  processTerm: (term) => term,
}

/** How much a match in each field counts. */
export const fieldWeights = { title: 4, context: 1, text: 1 } satisfies Record<
  keyof Omit<IndexedEntry, 'id'>,
  number
>

/** What a reader who typed a word most likely wants: the page about it rather than a line that has it. */
export const kindWeights = {
  lesson: 2.2,
  term: 1.8,
  area: 1.5,
  lab: 1.3,
  primer: 1.2,
  section: 1,
  note: 1,
  command: 0.6,
} satisfies Record<SearchKind, number>

/** How much more a document counts that stands in the reader's own depth. */
export const roleWeight = 1.15

export function createMiniSearch(): MiniSearch<IndexedEntry> {
  return new MiniSearch(engineOptions)
}
