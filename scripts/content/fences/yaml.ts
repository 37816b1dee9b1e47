import { LineCounter, parseAllDocuments } from 'yaml'
import type { Finding } from './fence.ts'

/** Checks that every document of a YAML text parses. */
export function yamlFindings(text: string): Finding[] {
  const lineCounter = new LineCounter()
  // For an empty text, the parser returns an empty list of another type, which iterates as an empty list.
  const documents = [...parseAllDocuments(text, { lineCounter, prettyErrors: false, merge: true })]
  // Errors after the first one of a document are mostly consequences of it.
  const errors = documents.flatMap((document) => document.errors.slice(0, 1))
  return errors.map((error) => ({
    line: lineCounter.linePos(error.pos[0]).line,
    expected: 'valid YAML',
    found: error.message,
  }))
}
