import * as v from 'valibot'
import { boundedText } from '../../catalog/text-schemas.ts'
import { areEquivalentCommands, hasSudo } from '../command/compare-commands.ts'
import { describeInterpretation, interpretTypedAnswer } from '../interpret-typed-answer.ts'
import type { ItemKindRules } from '../item-kind.ts'
import { explanationSchema, type Grade, itemSchemaOf } from '../item-schema.ts'

export const shortSchema = itemSchemaOf({
  kind: v.literal('short'),
  as: v.pipe(
    v.picklist(['word', 'command']),
    v.description(
      'word: compared without case and surrounding space. command: compared by meaning (order of flags, --rm and --rm=true, -it and -i -t).',
    ),
  ),
  accept: v.pipe(
    v.array(boundedText(200)),
    v.minLength(1),
    v.description('Accepted forms; the first is shown as the answer.'),
  ),
  near: v.pipe(
    v.array(v.strictObject({ match: boundedText(200), why: explanationSchema })),
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
  incompleteMessage: 'Type an answer first.',
  orderIsAnswer: false,
  partIds: () => [],
  shufflePartIds: () => [],
  initialResponse: () => '',
  parseResponse: (_, value) => (typeof value === 'string' ? value : undefined),
  isComplete: (_, response) => response.trim() !== '',
  grade: gradeTypedAnswer,
  answerKey: (item) => [
    ...item.accept.map((text) => ({ text: `\`${text}\``, right: true })),
    ...item.near.map(({ match, why }) => ({ text: `\`${match}\``, right: false, why })),
  ],
} satisfies ItemKindRules<ShortItem, ShortResponse>

/** Compares each interpretation with the accepted forms, then with the near misses; the first match decides. */
function gradeTypedAnswer(item: ShortItem, response: string): Grade {
  const same = item.as === 'word' ? areSameWord : areEquivalentCommands
  const interpretations = interpretTypedAnswer(response, item)
  for (const interpretation of interpretations) {
    if (item.accept.some((acceptedForm) => same(acceptedForm, interpretation.text))) {
      return typedGrade(1, describeInterpretation(interpretation), sudoRemarkFor(item, interpretation.text))
    }
    const near = item.near.find(({ match }) => same(match, interpretation.text))
    if (near) return typedGrade(0, describeInterpretation(interpretation), near.why)
  }
  return typedGrade(0, ...interpretations.slice(1, 2).map(describeInterpretation))
}

function typedGrade(score: number, ...remarks: string[]): Grade {
  const remark = remarks.filter(Boolean).join(' ')
  return { score, parts: [], ...(remark && { remark }) }
}

function areSameWord(a: string, b: string): boolean {
  return normalizeWord(a) === normalizeWord(b)
}

function normalizeWord(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** No remark if an accepted form itself starts with `sudo`. */
function sudoRemarkFor({ as, accept }: ShortItem, response: string): string {
  return as === 'command' && hasSudo(response) && !accept.some(hasSudo) ? sudoRemark : ''
}
