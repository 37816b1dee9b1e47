import * as v from 'valibot'
import { roleSchema } from '../role.ts'

export const searchKinds = ['lesson', 'section', 'note', 'command', 'term', 'primer', 'area', 'lab'] as const

/** One thing that a search can find. */
export const searchEntrySchema = v.strictObject({
  kind: v.picklist(searchKinds),
  title: v.pipe(
    v.string(),
    v.minLength(1),
    v.description('What the result is called: a heading, a command, a term.'),
  ),
  context: v.pipe(v.string(), v.description('Where it stands: the title of its lesson, or of its area.')),
  text: v.pipe(v.string(), v.description('What it says, in plain words. Empty for a command.')),
  address: v.pipe(v.string(), v.startsWith('/'), v.description('The page and the anchor that show it.')),
  role: v.optional(v.pipe(roleSchema, v.description('The depth it stands in, where it stands in one.'))),
})

export type SearchEntry = v.InferOutput<typeof searchEntrySchema>
export type SearchKind = SearchEntry['kind']
