import * as v from 'valibot'
import { lessonIdSchema, objectiveIdSchema, slugSchema } from '../ids.ts'
import type { Role } from '../role.ts'
import { boundedText, isoDate, summaryMaxLength, webAddress } from './text-schemas.ts'

const minutes = v.pipe(v.number(), v.integer('whole minutes'), v.minValue(1), v.maxValue(60))

export const objectiveSchema = v.strictObject({
  id: v.pipe(objectiveIdSchema, v.description('Permanent id: the lesson id, a dot and a name.')),
  text: v.pipe(boundedText(160), v.description('What a reader can do afterwards, starting with a verb.')),
})

export const sourceSchema = v.strictObject({
  title: v.pipe(boundedText(160), v.description('Who says it, in words a reader recognises.')),
  url: v.pipe(webAddress, v.description('Where it can be read.')),
  checked: v.pipe(isoDate, v.description('The day an author last read it there.')),
})

export const managerSchema = v.strictObject({
  decision: v.pipe(
    boundedText(240),
    v.description('The decision this topic asks of someone who pays for it.'),
  ),
  when: v.pipe(v.array(boundedText(200)), v.minLength(1), v.description('Situations that speak for it.')),
  whenNot: v.pipe(
    v.array(boundedText(200)),
    v.minLength(1),
    v.description('Situations that speak against it.'),
  ),
  cost: v.pipe(
    boundedText(300),
    v.description('What it costs: money, time, people. With its figure where one can be cited.'),
  ),
  risk: v.pipe(boundedText(300), v.description('What goes wrong when it is left undone or done badly.')),
  ask: v.pipe(
    v.array(boundedText(200)),
    v.minLength(1),
    v.maxLength(4),
    v.description('Questions to put to the team.'),
  ),
})

export const correctionSchema = v.strictObject({
  said: v.pipe(boundedText(200), v.description('What the source note says, in its own words.')),
  right: v.pipe(boundedText(400), v.description('What can be cited instead.')),
})

const shortNote = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(20, 'a sentence'),
  v.maxLength(summaryMaxLength, `a short note of at most ${summaryMaxLength} characters`),
)

/** The front matter of `lesson.mdx`: everything about a lesson that other pages need. */
export const frontMatterSchema = v.strictObject({
  id: v.pipe(
    lessonIdSchema,
    v.description('Permanent id: area, dot, topic. Progress hangs on it; never reused.'),
  ),
  title: v.pipe(boundedText(60), v.description('The topic as the course names it.')),
  note: v.pipe(
    shortNote,
    v.description(`The short note: one or two true sentences, at most ${summaryMaxLength} characters.`),
  ),
  plainNote: v.optional(
    v.pipe(
      shortNote,
      v.description(
        'The short note in everyday words, for beginners and managers. Leave it out where `note` has no jargon.',
      ),
    ),
  ),
  minutes: v.pipe(
    v.strictObject({ beginner: minutes, practitioner: minutes, manager: minutes }),
    v.description('Reading time for each depth, in minutes.'),
  ),
  objectives: v.pipe(
    v.array(objectiveSchema),
    v.minLength(2),
    v.maxLength(4),
    v.description('Two to four things a reader can do afterwards. Every quiz item names one.'),
  ),
  manager: v.pipe(managerSchema, v.description("The manager's depth of this topic.")),
  tags: v.pipe(
    v.array(slugSchema),
    v.minLength(1),
    v.maxLength(6),
    v.description('One to six words to find it by.'),
  ),
  needs: v.pipe(v.array(lessonIdSchema), v.description('Lessons to know first; may be empty.')),
  corrects: v.optional(v.pipe(v.array(correctionSchema), v.description('Where the source note was wrong.'))),
  sources: v.pipe(
    v.array(sourceSchema),
    v.minLength(2),
    v.description('Where every claim of the lesson can be checked.'),
  ),
})

export type FrontMatter = v.InferOutput<typeof frontMatterSchema>
export type Objective = v.InferOutput<typeof objectiveSchema>
export type Source = v.InferOutput<typeof sourceSchema>
export type ManagerContent = v.InferOutput<typeof managerSchema>
export type Correction = v.InferOutput<typeof correctionSchema>

/** A heading of a lesson’s body. The table of contents and an item’s `home` refer to it. */
export type Heading = { depth: 2 | 3; slug: string; text: string; role?: 'beginner' | 'practitioner' }

/** A lesson in the catalog: its front matter and its position in the course. */
export type Lesson = FrontMatter & {
  /** Area slug and topic slug: the lesson's address. */
  area: string
  slug: string
  headings: Heading[]
  /** The depths whose text shows its figure or speaks of it, not counting closed notes and answers. */
  figureDepths?: ('beginner' | 'practitioner')[]
  /** Titles of the expandable notes, with their ids in the page. */
  notes: { slug: string; title: string }[]
  /** Words in the body, without front matter. */
  words: number
  /** Items in its quiz, and those of each depth: an item may belong to several. */
  items: number
  itemsByRole: Record<Role, number>
}
