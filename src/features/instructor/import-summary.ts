import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { resultVersion } from '#domain/quiz-link/quiz-result.ts'
import type { DecodedResult } from '#domain/quiz-link/result-code.ts'
import { maxResultFileBytes } from '#domain/quiz-link/result-file.ts'
import type { ReadFile } from '#platform/read-file.ts'

/** The most refusals that are listed; beyond that their number says enough. */
export const maxListedRejections = 20

/** What was read at once: results, how much could not be read, and of the first of that, why. */
export type ImportSummary = {
  results: QuizResult[]
  refusedCount: number
  refused: { source: string; words: string }[]
}

type RejectedInput =
  | Exclude<DecodedResult, { kind: 'ok' }>
  | { kind: 'nothing' }
  | Exclude<ReadFile, { kind: 'text' }>

export function emptyImportSummary(): ImportSummary {
  return { results: [], refusedCount: 0, refused: [] }
}

/** Adds to the reading what was found in a text. `source` names the text for the one who pasted or chose it. */
export function addImported(reading: ImportSummary, source: string, found: readonly DecodedResult[]): void {
  if (found.length === 0) addRejected(reading, source, { kind: 'nothing' })
  found.forEach((each, index) => {
    if (each.kind === 'ok') reading.results.push(each.result)
    else addRejected(reading, found.length === 1 ? source : `${source}, result ${index + 1}`, each)
  })
}

export function addRejected(reading: ImportSummary, source: string, rejected: RejectedInput): void {
  reading.refusedCount += 1
  if (reading.refused.length < maxListedRejections)
    reading.refused.push({ source, words: rejectionMessage(rejected) })
}

function rejectionMessage(rejected: RejectedInput): string {
  switch (rejected.kind) {
    case 'torn':
      return 'The end is missing. Ask the learner for the whole code, or for the file.'
    case 'tampered':
      return 'It changed on the way. Ask the learner to send it again, or to send the file.'
    case 'newer':
      return `It comes from a newer version of the course (${rejected.version}; this page reads ${resultVersion}). Reload this page.`
    case 'invalid':
      return `This is not a result of this course. ${rejected.reason}`
    case 'nothing':
      return 'No result found. A result code starts with DM1-.'
    case 'too-large':
      return `The file has ${Math.ceil(rejected.bytes / 1000)} KB; a result has at most ${maxResultFileBytes / 1000} KB.`
    case 'failed':
      return 'The browser could not read the file. Choose it again.'
    default:
      return rejected satisfies never
  }
}
