import type { QuizResult } from '#domain/quiz-link/result.ts'
import { resultVersion } from '#domain/quiz-link/result.ts'
import type { DecodedResult } from '#domain/quiz-link/result-code.ts'
import { maxResultFileBytes } from '#domain/quiz-link/result-file.ts'
import type { ReadFile } from '#platform/read-file.ts'

/** The most refusals that are listed; beyond that their number says enough. */
export const maxListed = 20

/** What was read at once: results, how much could not be read, and of the first of that, why. */
export type Reading = {
  results: QuizResult[]
  refusedCount: number
  refused: { source: string; words: string }[]
}

type Refused =
  | Exclude<DecodedResult, { kind: 'ok' }>
  | { kind: 'nothing' }
  | Exclude<ReadFile, { kind: 'text' }>

export function nothingRead(): Reading {
  return { results: [], refusedCount: 0, refused: [] }
}

/** Adds to the reading what was found in a text. `source` names the text for the one who pasted or chose it. */
export function addFound(reading: Reading, source: string, found: readonly DecodedResult[]): void {
  if (found.length === 0) addRefusal(reading, source, { kind: 'nothing' })
  found.forEach((each, index) => {
    if (each.kind === 'ok') reading.results.push(each.result)
    else addRefusal(reading, found.length === 1 ? source : `${source}, result ${index + 1}`, each)
  })
}

export function addRefusal(reading: Reading, source: string, refused: Refused): void {
  reading.refusedCount += 1
  if (reading.refused.length < maxListed) reading.refused.push({ source, words: wordsFor(refused) })
}

function wordsFor(refused: Refused): string {
  switch (refused.kind) {
    case 'torn':
      return 'The end is missing. Ask the learner for the whole code, or for the file.'
    case 'tampered':
      return 'It changed on the way. Ask the learner to send it again, or to send the file.'
    case 'newer':
      return `It comes from a newer version of the course (${refused.version}; this page reads ${resultVersion}). Reload this page.`
    case 'invalid':
      return `This is not a result of this course. ${refused.reason}`
    case 'nothing':
      return 'No result found. A result code starts with DM1-.'
    case 'too-large':
      return `The file has ${Math.ceil(refused.bytes / 1000)} KB; a result has at most ${maxResultFileBytes / 1000} KB.`
    case 'failed':
      return 'The browser could not read the file. Choose it again.'
    default:
      return refused satisfies never
  }
}
