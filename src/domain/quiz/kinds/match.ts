import * as v from 'valibot'
import { text } from '../../catalogue/text.ts'
import { commonEntries, partId, why } from '../common.ts'

export const matchSchema = v.strictObject({
  ...commonEntries,
  kind: v.literal('match'),
  pairs: v.pipe(
    v.array(v.strictObject({ id: partId, term: text(120), definition: text(200), why })),
    v.minLength(3),
    v.maxLength(6),
    v.description('Each term with its definition; `why` explains the pair.'),
  ),
  extra: v.optional(
    v.pipe(
      v.array(v.strictObject({ id: partId, definition: text(200), why })),
      v.maxLength(2),
      v.description('Definitions that fit no term.'),
    ),
  ),
})

export type MatchItem = v.InferOutput<typeof matchSchema>
