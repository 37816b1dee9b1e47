import { LineCounter, parseAllDocuments } from 'yaml'
import type { Finding } from './fence.ts'

/** Checks that every document of a YAML text parses. */
export function yamlFindings(text: string): Finding[] {
  const lineCounter = new LineCounter()
  // With nothing in it at all the parser hands back an empty list of another shape, which iterates as none.
  const documents = [...parseAllDocuments(text, { lineCounter, prettyErrors: false, merge: true })]
  const errors = documents.flatMap((document) => document.errors)
  return errors.map((error) => ({
    line: lineCounter.linePos(error.pos[0]).line,
    expected: 'valid YAML',
    found: error.message,
  }))
}
