import * as v from 'valibot'
import { slugSchema } from '../ids.ts'
import { boundedText } from './text-schemas.ts'

/** `area.yaml`: the text about an area, for its page and for managers. */
export const areaFileSchema = v.strictObject({
  id: v.pipe(slugSchema, v.description('Permanent id, and the first part of the ids of its lessons.')),
  title: v.pipe(boundedText(40), v.description('The area as the course names it.')),
  promise: v.pipe(boundedText(110), v.description('One line: what a reader gets from it.')),
  summary: v.pipe(
    boundedText(500),
    v.description("The manager's view of the whole area, in two or three sentences."),
  ),
  words: v.pipe(
    v.array(slugSchema),
    v.minLength(4),
    v.maxLength(10),
    v.description('Ids of the glossary terms that a manager meets here.'),
  ),
})

export type AreaFile = v.InferOutput<typeof areaFileSchema>

/** An area as the catalog holds it. */
export type Area = AreaFile & {
  /** 1 to 9: its position in the course. It determines the numeral and the color. */
  number: number
  slug: string
  /** Ids of its lessons in order. */
  lessons: string[]
}
