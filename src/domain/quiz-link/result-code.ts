import * as v from 'valibot'
import { confidences } from '../quiz/session.ts'
import { type Allowance, allowanceFor } from './allowance.ts'
import { cleanText } from './clean-text.ts'
import { type Opened, openSealed, seal } from './envelope.ts'
import { firstProblem } from './first-problem.ts'
import { listOf, pack, present, unpack } from './packed.ts'
import { type ItemResult, type QuizResult, quizResultSchema, resultVersion } from './result.ts'

export type DecodedResult =
  | { kind: 'ok'; result: QuizResult }
  | { kind: 'torn' }
  | { kind: 'tampered' }
  | { kind: 'newer'; version: number }
  | { kind: 'invalid'; reason: string }

/** The longest code that carries what was answered beside how it was judged: it is pasted into mails. */
const advisedLength = 2000

const head = { before: 'DM', after: '-' }

/** A line to paste. What was answered goes with it only where it stays short; the file has it always. */
export function encodeResultCode(result: QuizResult): { code: string; hasResponses: boolean } {
  const whole = codeOf(result)
  if (whole.length <= advisedLength) return { code: whole, hasResponses: true }
  const items = result.items.map(({ response: _, ...item }) => item)
  return { code: codeOf({ ...result, items }), hasResponses: false }
}

/** The door for a pasted code: any text gives a value. */
export function decodeResultCode(text: string): DecodedResult {
  const cleaned = cleanText(text).trimStart()
  return resultAt(cleaned, 0, allowanceFor(cleaned.length)).decoded
}

/** The result whose code starts at `at` in a cleaned text, and where the code ends. */
export function resultAt(
  text: string,
  at: number,
  allowance: Allowance,
): { decoded: DecodedResult; end: number } {
  const opened = openSealed(text, at, head, allowance)
  return { decoded: decoded(opened, allowance), end: opened.end }
}

export const tooMuch: DecodedResult = {
  kind: 'invalid',
  reason: 'There is too much in this text to read at once. Paste the rest of it by itself.',
}

function decoded(opened: Opened, allowance: Allowance): DecodedResult {
  switch (opened.kind) {
    case 'foreign':
      return { kind: 'invalid', reason: 'It does not start with DM1-.' }
    case 'unread':
      return tooMuch
    case 'ok':
      break
    default:
      return { kind: opened.kind }
  }
  if (opened.version > resultVersion) return { kind: 'newer', version: opened.version }
  const unpacked = unpack(opened.payload, allowance)
  if (unpacked) return checkedResult(fromFields(unpacked.value))
  return allowance.bytes < 0 ? tooMuch : { kind: 'invalid', reason: 'It cannot be unpacked.' }
}

export function checkedResult(value: unknown): DecodedResult {
  const parsed = v.safeParse(quizResultSchema, value, { abortEarly: true })
  if (!parsed.success) return { kind: 'invalid', reason: firstProblem(parsed.issues) }
  return { kind: 'ok', result: parsed.output }
}

function codeOf(result: QuizResult): string {
  return seal(`DM${resultVersion}-`, pack(fields(result)))
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
    // Lists of one kind side by side deflate better than a list of mixed ones.
    result.items.map(({ id }) => id),
    result.items.map(({ rev }) => rev),
    result.items.map(({ percent }) => percent),
    result.items.map(({ confidence }) => (confidence ? confidences.indexOf(confidence) : null)),
    result.items.map(({ response }) => response ?? null),
  ]
}

function fromFields(value: unknown): unknown {
  const [assignment, title, name, group, finishedAt, seconds, attempt, isLate, passPercent, ...columns] =
    listOf(value)
  const [ids = [], revs = [], percents = [], sure = [], responses = []] = columns.map(listOf)
  const items = ids.map((id, at) => ({
    ...present({ id, rev: revs[at], confidence: confidenceAt(sure[at]), response: responses[at] }),
    percent: percents[at],
  }))
  return present({
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
