import * as v from 'valibot'
import { checksum } from './checksum.ts'
import { maxJsonDepth } from './json-depth.ts'
import { type QuizResult, resultVersion } from './quiz-result.ts'
import { type DecodedResult, validateResult } from './result-code.ts'

/** Identifies a file as a result of this course. */
export const resultFormat = 'docker-mastery-result'

/** The extension of result files, which contain JSON. */
export const resultFileExtension = '.dmr'

/** A file with a hundred long answers stays below it. */
export const maxResultFileBytes = 1_000_000

/** A result has five levels; a newer version may have some more. */
const maxNesting = 50

const fileSchema = v.looseObject({
  format: v.literal(resultFormat),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  checksum: v.string(),
  result: v.unknown(),
})

/** The text of a result file, readable for people too. */
export function encodeResultFile(result: QuizResult): string {
  const sum = checksumOf(result)
  return `${JSON.stringify({ format: resultFormat, version: resultVersion, checksum: sum, result }, null, 2)}\n`
}

/** Decodes a submitted file; never throws. */
export function decodeResultFile(text: string): DecodedResult {
  if (maxJsonDepth(text) > maxNesting)
    return { kind: 'invalid', reason: 'It is nested more deeply than any result.' }
  const json = parseJson(text)
  if (!json) return { kind: 'truncated' }
  const file = v.safeParse(fileSchema, json.value)
  if (!file.success) return { kind: 'invalid', reason: 'It is JSON, but not a result of this course.' }
  const { version, checksum: sum, result } = file.output
  if (version > resultVersion) return { kind: 'newer', version }
  if (checksumOf(result) !== sum) return { kind: 'corrupted' }
  return validateResult(result)
}

/** Computed without whitespace, so that an editor may reformat the file. */
function checksumOf(result: unknown): string {
  return checksum(escapeNonAscii(JSON.stringify(result) ?? ''))
}

/** The checksum is defined for ASCII text; other characters count as their JSON escape. */
function escapeNonAscii(text: string): string {
  return text.replace(
    /[^\0-\x7f]/g,
    (codeUnit) => `\\u${codeUnit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) }
  } catch {
    return undefined
  }
}
