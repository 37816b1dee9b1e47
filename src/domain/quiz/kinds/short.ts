import * as v from 'valibot'
import { text } from '../../catalogue/text.ts'
import { ignoredPrefixes, sameCommand } from '../command.ts'
import { itemOf, why } from '../common.ts'
import type { ItemKindRules } from '../kind-rules.ts'

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

const prefixRemarks = {
  prompt: 'The `$` is the prompt of the shell, not part of the command.',
  sudo: 'Whether `sudo` is needed depends on the machine; it is not counted here.',
}

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
  grade(item, response) {
    const same = item.as === 'word' ? sameWord : sameCommand
    if (item.accept.some((form) => same(form, response))) {
      const remark = item.as === 'command' ? prefixRemark(item, response) : ''
      return { score: 1, parts: [], ...(remark && { remark }) }
    }
    const remark = item.near.find((form) => same(form.match, response))?.why
    return { score: 0, parts: [], ...(remark && { remark }) }
  },
  answerKey: (item) => [
    ...item.accept.map((text) => ({ text: `\`${text}\``, right: true })),
    ...item.near.map(({ match, why }) => ({ text: `\`${match}\``, right: false, why })),
  ],
} satisfies ItemKindRules<ShortItem, ShortResponse>

function sameWord(a: string, b: string): boolean {
  return plainWord(a) === plainWord(b)
}

function plainWord(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Where an accepted answer itself starts with `sudo`, nothing has to be said about it. */
function prefixRemark(item: ShortItem, response: string): string {
  const usual = item.accept.flatMap(ignoredPrefixes)
  return ignoredPrefixes(response)
    .filter((prefix) => !usual.includes(prefix))
    .map((prefix) => prefixRemarks[prefix])
    .join(' ')
}
