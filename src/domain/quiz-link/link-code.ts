import * as v from 'valibot'
import { type Allowance, allowanceFor } from './allowance.ts'
import { cleanText } from './clean-text.ts'
import { type Opened, openSealed, seal } from './envelope.ts'
import { firstProblem } from './first-problem.ts'
import { linkVersion, type QuizLink, quizLinkSchema } from './link.ts'
import { listOf, pack, present, unpack } from './packed.ts'

export type DecodedLink =
  | { kind: 'ok'; link: QuizLink; code: string }
  /** A part is missing. */
  | { kind: 'torn' }
  /** All is there, but something was changed on the way. */
  | { kind: 'tampered' }
  /** A course newer than this page made it. */
  | { kind: 'newer'; version: number }
  /** It is whole, but asks for something this course does not do, or is no quiz link at all. */
  | { kind: 'invalid'; reason: string }

const head = { before: '', after: '' }

/** The part of the address after `#`: forty picked items take about a thousand characters. */
export function encodeQuizLink(link: QuizLink): string {
  return seal(String(linkVersion), pack(fields(link)))
}

/** The door for a stranger's link: any text gives a value. What stands around a code `findQuizLink` takes away. */
export function decodeQuizLink(text: string): DecodedLink {
  const cleaned = cleanText(text).replace(/^#/, '')
  return quizLinkAt(cleaned, 0, allowanceFor(cleaned.length))
}

/** The link whose code starts at `at` in a cleaned text. */
export function quizLinkAt(text: string, at: number, allowance: Allowance): DecodedLink {
  const opened = openSealed(text, at, head, allowance)
  switch (opened.kind) {
    case 'foreign':
      return { kind: 'invalid', reason: 'It does not start the way a quiz link does.' }
    case 'unread':
      return { kind: 'invalid', reason: 'Too much of this text looks like a link.' }
    case 'ok':
      return unpackedLink(opened, allowance)
    default:
      return { kind: opened.kind }
  }
}

function unpackedLink(opened: Extract<Opened, { kind: 'ok' }>, allowance: Allowance): DecodedLink {
  if (opened.version > linkVersion) return { kind: 'newer', version: opened.version }
  const unpacked = unpack(opened.payload, allowance)
  if (!unpacked) return { kind: 'invalid', reason: 'What is in it cannot be unpacked.' }
  const parsed = v.safeParse(quizLinkSchema, fromFields(unpacked.value), { abortEarly: true })
  if (!parsed.success) return { kind: 'invalid', reason: firstProblem(parsed.issues) }
  return { kind: 'ok', link: parsed.output, code: opened.code }
}

/** Fields by place instead of by name, absent ones as null: half as long before it is deflated. */
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

/** The names back; whether the values are right is the schema's question. */
function fromFields(value: unknown): unknown {
  const [title, by, items, draw, seed, shuffle, feedback, mark, asks, asksConfidence, tries, minutes, due] =
    listOf(value)
  return present({
    title,
    by,
    selection: items === null ? drawn(draw) : { kind: 'items', items },
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

function drawn(value: unknown): unknown {
  const [count, topics, role, kinds, difficulties] = listOf(value)
  return present({ kind: 'draw', count, topics, role, kinds, difficulties })
}
