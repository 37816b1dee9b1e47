import { LineCounter, parseAllDocuments } from 'yaml'
import type { Finding } from './fence.ts'

/** Checks that every document of a YAML text parses. */
export function yamlFindings(text: string): Finding[] {
  const lineCounter = new LineCounter()
  // With nothing in it at all the parser hands back an empty list of another shape, which iterates as none.
  const documents = [...parseAllDocuments(text, { lineCounter, prettyErrors: false, merge: true })]
  // What the parser says after the first error of a document is mostly about that one.
  const errors = documents.flatMap((document) => document.errors.slice(0, 1))
  return errors.map((error) => ({
    line: lineCounter.linePos(error.pos[0]).line,
    expected: 'valid YAML',
    found: error.message,
  }))
}
