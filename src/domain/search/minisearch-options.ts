import MiniSearch, { type Options } from 'minisearch'
import type { SearchEntry, SearchKind } from './search-entry.ts'
import { termsOf } from './tokenize.ts'

/** What MiniSearch indexes. The id is the entry's index in the list, because text ids are long. */
export type IndexedEntry = Pick<SearchEntry, 'title' | 'context' | 'text'> & { id: number }

/** Shared by the build, which creates the index, and the page, which loads it: they must agree. */
export const engineOptions: Options<IndexedEntry> = {
  fields: ['title', 'context', 'text'],
  tokenize: termsOf,
  // `termsOf` returns them in their final form.
  processTerm: (term) => term,
}

/** How much a match in each field counts. */
export const fieldWeights = { title: 4, context: 1, text: 1 } satisfies Record<
  keyof Omit<IndexedEntry, 'id'>,
  number
>

/** A reader most likely wants the page about a word rather than a line that contains it. */
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

/** The factor by which entries of the reader’s own depth count more. */
export const roleWeight = 1.15

export function indexEntries(entries: readonly SearchEntry[]): MiniSearch<IndexedEntry> {
  const engine = new MiniSearch(engineOptions)
  engine.addAll(entries.map(({ title, context, text }, id) => ({ id, title, context, text })))
  return engine
}
