import { findResults } from '#domain/quiz-link/find-results.ts'
import { type QuizResult, resultVersion } from '#domain/quiz-link/result.ts'
import type { DecodedResult } from '#domain/quiz-link/result-code.ts'
import { maxResultFileBytes } from '#domain/quiz-link/result-file.ts'
import type { ReadFile } from '#platform/read-file.ts'

/** What was read at once: results, and where something could not be read, why. */
export type Reading = { results: QuizResult[]; refused: { source: string; words: string }[] }

type Refused =
  | Exclude<DecodedResult, { kind: 'ok' }>
  | { kind: 'nothing' }
  | Exclude<ReadFile, { kind: 'text' }>

/** `source` names the text for the one who pasted or chose it. */
export function readText(source: string, text: string): Reading {
  const found = findResults(text)
  if (found.length === 0) return refusal(source, { kind: 'nothing' })
  return together(
    found.map((each, index) => {
      if (each.kind === 'ok') return { results: [each.result], refused: [] }
      return refusal(found.length === 1 ? source : `${source}, code ${index + 1}`, each)
    }),
  )
}

export function readFileAs(name: string, file: ReadFile): Reading {
  return file.kind === 'text' ? readText(name, file.text) : refusal(name, file)
}

export function together(readings: readonly Reading[]): Reading {
  return {
    results: readings.flatMap(({ results }) => results),
    refused: readings.flatMap(({ refused }) => refused),
  }
}

/** What a reading brought, in one sentence. */
export function readingText({ results, refused }: Reading): string {
  const good = results.length === 1 ? '1 result read.' : `${results.length} results read.`
  if (refused.length === 0) return good
  return `${good} ${refused.length} could not be read.`
}

function refusal(source: string, refused: Refused): Reading {
  return { results: [], refused: [{ source, words: wordsFor(refused) }] }
}

function wordsFor(refused: Refused): string {
  switch (refused.kind) {
    case 'torn':
      return 'The end is missing. Ask for the whole code, or for the file.'
    case 'tampered':
      return 'Some of it was changed after it was made. Ask for it again.'
    case 'newer':
      return `It is of version ${refused.version}; this page reads version ${resultVersion}. Load the page again.`
    case 'invalid':
      return `It is no result of this course. ${refused.reason}`
    case 'nothing':
      return 'There is no result in it. A result code starts with DM1-.'
    case 'too-large':
      return `It has ${Math.ceil(refused.bytes / 1000)} KB; a result has at most ${maxResultFileBytes / 1000} KB.`
    case 'failed':
      return 'The browser could not read it. Choose it again.'
    default:
      return refused satisfies never
  }
}
