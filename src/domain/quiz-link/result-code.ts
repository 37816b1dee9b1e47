import * as v from 'valibot'
import { describeFirstIssue } from '../describe-first-issue.ts'
import { confidences } from '../quiz/attempt.ts'
import { compressJson, decompressJson, optionalList, withoutUndefined } from './compressed-json.ts'
import { type EnvelopeResult, unwrapPayload, wrapPayload } from './envelope.ts'
import { normalizePastedText } from './normalize-pasted-text.ts'
import { type ItemResult, type QuizResult, quizResultSchema, resultVersion } from './quiz-result.ts'
import { type WorkBudget, workBudgetFor } from './work-budget.ts'

export type DecodedResult =
  | { kind: 'ok'; result: QuizResult }
  | { kind: 'truncated' }
  | { kind: 'corrupted' }
  | { kind: 'newer'; version: number }
  | { kind: 'invalid'; reason: string }

/** The longest code that includes responses in addition to scores, because codes are pasted into emails. */
const recommendedMaxLength = 2000

const header = { before: 'DM', after: '-' }

/** A line to paste. It includes the responses only if it stays short; the result file always has them. */
export function encodeResultCode(result: QuizResult): { code: string; hasResponses: boolean } {
  const fullCode = codeOf(result)
  if (fullCode.length <= recommendedMaxLength) return { code: fullCode, hasResponses: true }
  const items = result.items.map(({ response: _, ...item }) => item)
  return { code: codeOf({ ...result, items }), hasResponses: false }
}

/** Decodes a pasted code; never throws. */
export function decodeResultCode(text: string): DecodedResult {
  const cleaned = normalizePastedText(text).trimStart()
  return decodeResultCodeAt(cleaned, 0, workBudgetFor(cleaned.length)).decoded
}

/** The result whose code starts at `at` in a normalized text, and where the code ends. */
export function decodeResultCodeAt(
  text: string,
  at: number,
  budget: WorkBudget,
): { decoded: DecodedResult; end: number } {
  const opened = unwrapPayload(text, at, header, budget)
  return { decoded: decodeEnvelope(opened, budget), end: opened.end }
}

export const budgetExceeded: DecodedResult = {
  kind: 'invalid',
  reason: 'This text is too much to read at once. Paste the rest of it separately.',
}

function decodeEnvelope(unwrapped: EnvelopeResult, budget: WorkBudget): DecodedResult {
  switch (unwrapped.kind) {
    case 'unrecognized':
      return { kind: 'invalid', reason: 'It does not start with DM1-.' }
    case 'over-budget':
      return budgetExceeded
    case 'ok':
      break
    default:
      return { kind: unwrapped.kind }
  }
  if (unwrapped.version > resultVersion) return { kind: 'newer', version: unwrapped.version }
  const unpacked = decompressJson(unwrapped.payload, budget)
  if (unpacked) return validateResult(fromFields(unpacked.value))
  return budget.bytes < 0 ? budgetExceeded : { kind: 'invalid', reason: 'It cannot be decompressed.' }
}

export function validateResult(value: unknown): DecodedResult {
  const parsed = v.safeParse(quizResultSchema, value, { abortEarly: true })
  if (!parsed.success) return { kind: 'invalid', reason: describeFirstIssue(parsed.issues) }
  return { kind: 'ok', result: parsed.output }
}

function codeOf(result: QuizResult): string {
  return wrapPayload(`DM${resultVersion}-`, compressJson(fields(result)))
}

function fields(result: QuizResult): unknown[] {
  return [
    result.assignment,
    result.title,
    result.name ?? null,
    result.group ?? null,
    result.finishedAt,
    result.seconds,
    result.attempt,
    result.isLate,
    result.passPercent,
    // A list per field compresses better than a list of records.
    result.items.map(({ id }) => id),
    result.items.map(({ rev }) => rev),
    result.items.map(({ percent }) => percent),
    result.items.map(({ confidence }) => (confidence ? confidences.indexOf(confidence) : null)),
    result.items.map(({ response }) => response ?? null),
  ]
}

function fromFields(value: unknown): unknown {
  const [assignment, title, name, group, finishedAt, seconds, attempt, isLate, passPercent, ...columns] =
    optionalList(value)
  const [ids = [], revs = [], percents = [], encodedConfidences = [], responses = []] =
    columns.map(optionalList)
  const items = ids.map((id, at) => ({
    ...withoutUndefined({
      id,
      rev: revs[at],
      confidence: confidenceAt(encodedConfidences[at]),
      response: responses[at],
    }),
    percent: percents[at],
  }))
  return withoutUndefined({
    assignment,
    title,
    name,
    group,
    finishedAt,
    seconds,
    attempt,
    isLate,
    passPercent,
    items,
  })
}

function confidenceAt(index: unknown): ItemResult['confidence'] | null {
  return typeof index === 'number' ? (confidences[index] ?? null) : null
}
