import * as v from 'valibot'
import { text } from '../../catalogue/text.ts'
import { commonEntries, partId, why } from '../common.ts'

export const lineSchema = v.strictObject({
  ...commonEntries,
  kind: v.literal('line'),
  file: v.pipe(text(60), v.description('The name of the file that is shown, such as Dockerfile.')),
  lines: v.pipe(
    v.array(
      v.strictObject({
        id: partId,
        text: v.pipe(v.string(), v.minLength(1), v.maxLength(160)),
        right: v.optional(v.literal(true)),
        why,
      }),
    ),
    v.minLength(3),
    v.maxLength(12),
    v.description('The file line by line, indentation kept; exactly one is right.'),
  ),
})

export type LineItem = v.InferOutput<typeof lineSchema>
