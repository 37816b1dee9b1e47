import * as v from 'valibot'
import { text } from '../../catalogue/text.ts'
import { commonEntries, partId, why } from '../common.ts'

const line = v.strictObject({ id: partId, text: text(200), why })

export const orderSchema = v.strictObject({
  ...commonEntries,
  kind: v.literal('order'),
  lines: v.pipe(
    v.array(line),
    v.minLength(3),
    v.maxLength(7),
    v.description('In the right order; `why` says why it stands there.'),
  ),
  distractors: v.optional(
    v.pipe(v.array(line), v.maxLength(3), v.description('Lines that do not belong; `why` says why not.')),
  ),
})

export type OrderItem = v.InferOutput<typeof orderSchema>
