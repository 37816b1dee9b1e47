import * as v from 'valibot'
import { text } from '../../catalogue/text.ts'
import { commonEntries, partId, why } from '../common.ts'

export const multiSchema = v.strictObject({
  ...commonEntries,
  kind: v.literal('multi'),
  options: v.pipe(
    v.array(
      v.strictObject({
        id: partId,
        text: text(240),
        right: v.pipe(v.boolean(), v.description('Whether it holds and should be ticked.')),
        why,
        misconception: v.optional(text(160)),
      }),
    ),
    v.minLength(3),
    v.maxLength(6),
  ),
})

export type MultiItem = v.InferOutput<typeof multiSchema>
