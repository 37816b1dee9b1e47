import type { SearchDocument } from '#domain/search/document.ts'
import { newEngine } from '#domain/search/engine.ts'
import type { SearchFile } from '#domain/search/search.ts'

/** The search index as the page loads it. Each text is in it once, to be shown, beside the list of its terms. */
export function buildSearchIndex(documents: SearchDocument[]): string {
  const engine = newEngine()
  engine.addAll(documents.map(({ title, context, text }, id) => ({ id, title, context, text })))
  const file: SearchFile = { documents, index: engine.toJSON() }
  return JSON.stringify(file)
}
