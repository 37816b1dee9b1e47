import type { SearchDocument } from '#domain/search/document.ts'
import { newEngine } from '#domain/search/engine.ts'
import type { SearchFile, TitlesFile } from '#domain/search/search.ts'

/** The search index as the page loads it. Each text is in it once, to be shown, beside the list of its terms. */
export function buildSearchIndex(documents: SearchDocument[]): string {
  const engine = newEngine()
  engine.addAll(documents.map(({ title, context, text }, id) => ({ id, title, context, text })))
  const file: SearchFile = { documents, index: engine.toJSON() }
  return JSON.stringify(file)
}

/** What answers first; `whole` is the address of the index above. */
export function buildTitles(documents: SearchDocument[], whole: string): string {
  const titles = documents
    .filter(({ kind }) => kind !== 'command')
    .map(({ text: _, ...document }) => document)
  const file: TitlesFile = { documents: titles, whole }
  return JSON.stringify(file)
}
