import { indexEntries } from '#domain/search/minisearch-options.ts'
import type { FullIndexFile, TitleIndexFile } from '#domain/search/search.ts'
import type { SearchEntry } from '#domain/search/search-entry.ts'

/**
 * The search index in the format that the page loads. It contains each text once, for display, and the index of its
 * terms.
 */
export function buildSearchIndex(entries: SearchEntry[]): string {
  const file: FullIndexFile = { documents: entries, index: indexEntries(entries).toJSON() }
  return JSON.stringify(file)
}

/** The small index that is searched first; `whole` is the address of the index above. */
export function buildTitleIndex(entries: SearchEntry[], fullIndexAddress: string): string {
  const titles = entries.filter(({ kind }) => kind !== 'command').map(({ text: _, ...entry }) => entry)
  const file: TitleIndexFile = { documents: titles, whole: fullIndexAddress }
  return JSON.stringify(file)
}
