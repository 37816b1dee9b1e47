import * as v from 'valibot'
import { type QuizResult, quizResultSchema } from './quiz-result.ts'

const version = 1

/** Results of one quiz that were imported together. */
export type ImportedResults = {
  /** In milliseconds since 1970, by the instructor's clock. */
  readAt: number
  results: readonly QuizResult[]
}

const batchSchema = v.looseObject({
  version: v.literal(version),
  readAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  results: v.array(v.unknown()),
})

export function serializeSavedResults({ readAt, results }: ImportedResults): string {
  return JSON.stringify({ version, readAt, results })
}

/** Parses stored results; never throws. One unreadable result does not affect the others. */
export function parseSavedResults(text: string): (ImportedResults & { unreadable: number }) | undefined {
  const batch = v.safeParse(batchSchema, parseJson(text))
  if (!batch.success) return undefined
  const { readAt } = batch.output
  const checked = batch.output.results.map((result) =>
    v.safeParse(quizResultSchema, result, { abortEarly: true }),
  )
  const results = checked.flatMap(({ success, output }) => (success ? [output] : []))
  return { readAt, results, unreadable: checked.length - results.length }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
