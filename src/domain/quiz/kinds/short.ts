import * as v from 'valibot'
import { text } from '../../catalogue/text.ts'
import { hasSudo, sameCommand } from '../command.ts'
import { type Grade, itemOf, why } from '../common.ts'
import type { ItemKindRules } from '../kind-rules.ts'
import { readingInWords, readingsOf } from '../typed-answer.ts'

export const shortSchema = itemOf({
  kind: v.literal('short'),
  as: v.pipe(
    v.picklist(['word', 'command']),
    v.description(
      'word: compared without case and surrounding space. command: compared by meaning (order of flags, --rm and --rm=true, -it and -i -t).',
    ),
  ),
  accept: v.pipe(
    v.array(text(200)),
    v.minLength(1),
    v.description('Accepted forms; the first is shown as the answer.'),
  ),
  near: v.pipe(
    v.array(v.strictObject({ match: text(200), why })),
    v.minLength(1),
    v.description(
      'Answers people really give that are wrong, each with its own reason. Compared like `accept`.',
    ),
  ),
})

export type ShortItem = v.InferOutput<typeof shortSchema>

/** The text as typed. */
export type ShortResponse = string

const sudoRemark = 'Whether `sudo` is needed depends on the machine; it is not counted here.'

export const shortRules = {
  kind: 'short',
  partialCredit: undefined,
  missing: 'Type an answer first.',
  orderTells: false,
  parts: () => [],
  shuffled: () => [],
  start: () => '',
  readResponse: (_, value) => (typeof value === 'string' ? value : undefined),
  isComplete: (_, response) => response.trim() !== '',
  grade: gradeTyped,
  answerKey: (item) => [
    ...item.accept.map((text) => ({ text: `\`${text}\``, right: true })),
    ...item.near.map(({ match, why }) => ({ text: `\`${match}\``, right: false, why })),
  ],
} satisfies ItemKindRules<ShortItem, ShortResponse>

/** Each reading in turn, accepted forms before near misses: the first that fits anything decides. */
function gradeTyped(item: ShortItem, response: string): Grade {
  const same = item.as === 'word' ? sameWord : sameCommand
  const readings = readingsOf(response, item)
  for (const reading of readings) {
    if (item.accept.some((form) => same(form, reading.text))) {
      return typedGrade(1, readingInWords(reading), sudoWords(item, reading.text))
    }
    const near = item.near.find(({ match }) => same(match, reading.text))
    if (near) return typedGrade(0, readingInWords(reading), near.why)
  }
  return typedGrade(0, ...readings.slice(1, 2).map(readingInWords))
}

function typedGrade(score: number, ...remarks: string[]): Grade {
  const remark = remarks.filter(Boolean).join(' ')
  return { score, parts: [], ...(remark && { remark }) }
}

function sameWord(a: string, b: string): boolean {
  return plainWord(a) === plainWord(b)
}

function plainWord(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Where an accepted answer itself starts with `sudo`, nothing has to be said about it. */
function sudoWords({ as, accept }: ShortItem, response: string): string {
  return as === 'command' && hasSudo(response) && !accept.some(hasSudo) ? sudoRemark : ''
}
