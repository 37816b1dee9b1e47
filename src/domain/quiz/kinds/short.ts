import * as v from 'valibot'
import { text } from '../../catalogue/text.ts'
import { commonEntries, why } from '../common.ts'

export const shortSchema = v.strictObject({
  ...commonEntries,
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
