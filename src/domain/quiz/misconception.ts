import * as v from 'valibot'
import { boundedText } from '../catalog/text-schemas.ts'
import { slugSchema } from '../ids.ts'

/** `content/misconceptions.yaml`: what people believe that is wrong, so that items of several lessons can name it. */
export const misconceptionsFileSchema = v.pipe(
  v.array(
    v.strictObject({
      id: v.pipe(slugSchema, v.description('The name by which options refer to it.')),
      belief: v.pipe(
        boundedText(160),
        v.description('The belief in one sentence, as somebody who holds it would say it.'),
      ),
    }),
  ),
  v.minLength(1, 'at least one misconception'),
)

export type Misconception = v.InferOutput<typeof misconceptionsFileSchema>[number]
