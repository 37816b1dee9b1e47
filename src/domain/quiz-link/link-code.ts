import * as v from 'valibot'
import { describeFirstIssue } from '../describe-first-issue.ts'
import { compressJson, decompressJson, optionalList, withoutUndefined } from './compressed-json.ts'
import { type EnvelopeResult, unwrapPayload, wrapPayload } from './envelope.ts'
import { normalizePastedText } from './normalize-pasted-text.ts'
import { linkVersion, type QuizLink, quizLinkSchema } from './quiz-link.ts'
import { type WorkBudget, workBudgetFor } from './work-budget.ts'

export type DecodedQuizLink =
  | { kind: 'ok'; link: QuizLink; code: string }
  /** The end is missing. */
  | { kind: 'truncated' }
  /** It is complete, but was changed on the way. */
  | { kind: 'corrupted' }
  /** A newer version of the course created it. */
  | { kind: 'newer'; version: number }
  /** It is intact but has a field that this course does not know, or it is not a quiz link. */
  | { kind: 'invalid'; reason: string }

const header = { before: '', after: '' }

/** The part of the address after `#`: forty picked items take about a thousand characters. */
export function encodeQuizLink(link: QuizLink): string {
  return wrapPayload(String(linkVersion), compressJson(fields(link)))
}

/** Decodes an untrusted link; never throws. To find a link inside other text, use `findQuizLink`. */
export function decodeQuizLink(text: string): DecodedQuizLink {
  const cleaned = normalizePastedText(text).replace(/^#/, '')
  return decodeQuizLinkAt(cleaned, 0, workBudgetFor(cleaned.length))
}

/** The link whose code starts at `at` in a normalized text. */
export function decodeQuizLinkAt(text: string, at: number, budget: WorkBudget): DecodedQuizLink {
  const opened = unwrapPayload(text, at, header, budget)
  switch (opened.kind) {
    case 'unrecognized':
      return { kind: 'invalid', reason: 'It does not start the way a quiz link does.' }
    case 'over-budget':
      return { kind: 'invalid', reason: 'Too much of this text looks like a link.' }
    case 'ok':
      return parsePayload(opened, budget)
    default:
      return { kind: opened.kind }
  }
}

function parsePayload(
  unwrapped: Extract<EnvelopeResult, { kind: 'ok' }>,
  budget: WorkBudget,
): DecodedQuizLink {
  if (unwrapped.version > linkVersion) return { kind: 'newer', version: unwrapped.version }
  const unpacked = decompressJson(unwrapped.payload, budget)
  if (!unpacked) return { kind: 'invalid', reason: 'Its contents cannot be decompressed.' }
  const parsed = v.safeParse(quizLinkSchema, fromFields(unpacked.value), { abortEarly: true })
  if (!parsed.success) return { kind: 'invalid', reason: describeFirstIssue(parsed.issues) }
  return { kind: 'ok', link: parsed.output, code: unwrapped.code }
}

/** Fields by position instead of by name, absent ones as null: half as long before compression. */
function fields(link: QuizLink): unknown[] {
  const { selection } = link
  return [
    link.title,
    link.by ?? null,
    selection.kind === 'items' ? [...selection.items] : null,
    selection.kind === 'draw'
      ? [
          selection.count,
          [...selection.topics],
          selection.role ?? null,
          selection.kinds ?? null,
          selection.difficulties ?? null,
        ]
      : null,
    link.seed,
    link.shuffle,
    link.feedback,
    Math.round(link.passMark * 100),
    link.asks,
    link.asksConfidence,
    link.tries ?? null,
    link.minutes ?? null,
    link.due ?? null,
  ]
}

/** Restores the names of fields; the schema checks their values. */
function fromFields(value: unknown): unknown {
  const [title, by, items, draw, seed, shuffle, feedback, mark, asks, asksConfidence, tries, minutes, due] =
    optionalList(value)
  return withoutUndefined({
    title,
    by,
    selection: items === null ? decodeDraw(draw) : { kind: 'items', items },
    seed,
    shuffle,
    feedback,
    passMark: typeof mark === 'number' ? mark / 100 : undefined,
    asks,
    asksConfidence,
    tries,
    minutes,
    due,
  })
}

function decodeDraw(value: unknown): unknown {
  const [count, topics, role, kinds, difficulties] = optionalList(value)
  return withoutUndefined({ kind: 'draw', count, topics, role, kinds, difficulties })
}
