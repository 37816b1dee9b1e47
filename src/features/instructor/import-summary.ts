import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { resultVersion } from '#domain/quiz-link/quiz-result.ts'
import type { DecodedResult } from '#domain/quiz-link/result-code.ts'
import { maxResultFileBytes } from '#domain/quiz-link/result-file.ts'
import type { ReadFileResult } from '#platform/read-file.ts'

/** The most rejections that are listed; the rest are only counted. */
export const maxListedRejections = 20

/** What one import found: results, the number of rejections, and the reasons of the first ones. */
export type ImportSummary = {
  results: QuizResult[]
  rejectedCount: number
  rejected: { source: string; message: string }[]
}

type RejectedInput =
  | Exclude<DecodedResult, { kind: 'ok' }>
  | { kind: 'nothing' }
  | Exclude<ReadFileResult, { kind: 'text' }>

export function emptyImportSummary(): ImportSummary {
  return { results: [], rejectedCount: 0, rejected: [] }
}

/** Adds what was found in a text to the summary. `source` names the text for the instructor. */
export function addImported(summary: ImportSummary, source: string, found: readonly DecodedResult[]): void {
  if (found.length === 0) addRejected(summary, source, { kind: 'nothing' })
  found.forEach((each, index) => {
    if (each.kind === 'ok') summary.results.push(each.result)
    else addRejected(summary, found.length === 1 ? source : `${source}, result ${index + 1}`, each)
  })
}

export function addRejected(summary: ImportSummary, source: string, rejected: RejectedInput): void {
  summary.rejectedCount += 1
  if (summary.rejected.length < maxListedRejections)
    summary.rejected.push({ source, message: rejectionMessage(rejected) })
}

function rejectionMessage(rejected: RejectedInput): string {
  switch (rejected.kind) {
    case 'truncated':
      return 'The end is missing. Ask the learner for the whole code, or for the file.'
    case 'corrupted':
      return 'It was changed along the way. Ask the learner to send it again, or to send the file.'
    case 'newer':
      return `It comes from a newer version of the course (${rejected.version}; this page reads ${resultVersion}). Reload this page.`
    case 'invalid':
      return `This is not a result of this course. ${rejected.reason}`
    case 'nothing':
      return 'No result found. A result code starts with DM1-.'
    case 'too-large':
      return `The file is ${Math.ceil(rejected.bytes / 1000)} KB; a result is at most ${maxResultFileBytes / 1000} KB.`
    case 'failed':
      return 'The browser could not read the file. Choose it again.'
    default:
      return rejected satisfies never
  }
}
