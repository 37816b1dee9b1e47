import * as v from 'valibot'
import { lessonIdSchema } from '../ids.ts'
import { objectiveSchema, sourceSchema } from './lesson.ts'
import { boundedText } from './text-schemas.ts'

/** The front matter of `content/start/{NN-primer}/primer.mdx`: one page to read before the course. */
export const primerSchema = v.strictObject({
  id: v.pipe(
    lessonIdSchema,
    v.description('Permanent id: start, dot, the name of its folder without the number.'),
  ),
  title: boundedText(60),
  note: boundedText(180),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
  skip: v.pipe(boundedText(240), v.description('Who can skip it, and what the self-check shows them.')),
  objectives: v.pipe(v.array(objectiveSchema), v.minLength(2), v.maxLength(4)),
  sources: v.pipe(v.array(sourceSchema), v.minLength(2)),
})

export type PrimerFile = v.InferOutput<typeof primerSchema>
