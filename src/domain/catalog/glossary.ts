import * as v from 'valibot'
import { lessonIdSchema, slugSchema } from '../ids.ts'
import { boundedText, webAddress } from './text-schemas.ts'

/** One entry of `content/glossary.yaml`. */
export const glossaryEntrySchema = v.strictObject({
  id: v.pipe(slugSchema, v.description('Permanent id and the anchor on the glossary page.')),
  term: v.pipe(boundedText(60), v.description('The term as Docker or the kernel spells it.')),
  also: v.optional(v.pipe(v.array(boundedText(60)), v.description('Other spellings and short forms.'))),
  means: v.pipe(boundedText(360), v.description('What it is, in one to three plain sentences.')),
  lesson: v.optional(v.pipe(lessonIdSchema, v.description('The lesson that explains it.'))),
  source: v.pipe(webAddress, v.description('Where the meaning can be checked.')),
})

export const glossarySchema = v.pipe(v.array(glossaryEntrySchema), v.minLength(1))

export type GlossaryEntry = v.InferOutput<typeof glossaryEntrySchema>
