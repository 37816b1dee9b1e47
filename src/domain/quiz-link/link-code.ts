import * as v from 'valibot'
import { openSealed, seal } from './envelope.ts'
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

const head = /^([1-9])/

/** The part of the address after `#`: forty picked items take about a thousand characters. */
export function encodeQuizLink(link: QuizLink): string {
  return seal(String(linkVersion), pack(fields(link)))
}

/** The door for a stranger's link: any text gives a value. */
export function decodeQuizLink(text: string): DecodedLink {
  const opened = openSealed(text.replace(/^#/, ''), head)
  if (opened.kind === 'foreign') return { kind: 'invalid', reason: 'It does not start as a quiz link does.' }
  if (opened.kind !== 'ok') return opened
  if (opened.version > linkVersion) return { kind: 'newer', version: opened.version }
  const unpacked = unpack(opened.payload)
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
