import type { LabSummary } from '../lab/lab-summary.ts'
import type { Area } from './area.ts'
import type { GlossaryEntry } from './glossary.ts'
import type { Heading, Lesson } from './lesson.ts'
import type { PrimerFile } from './primer.ts'

export type Primer = PrimerFile & { slug: string; headings: Heading[]; items: number }

/**
 * Everything compiled from `content/` except bodies and quizzes. It never reaches the browser: a loader passes each page
 * what it shows, so that the cost of a page does not grow with the course.
 */
export type Catalog = {
  areas: Area[]
  /** In course order. */
  lessons: Lesson[]
  primers: Primer[]
  glossary: GlossaryEntry[]
  /** In course order. */
  labs: LabSummary[]
}

export function lessonById(catalog: Catalog, id: string): Lesson | undefined {
  return catalog.lessons.find((lesson) => lesson.id === id)
}

export function lessonsOf(catalog: Catalog, area: Area): Lesson[] {
  return catalog.lessons.filter((lesson) => lesson.area === area.slug)
}

/** The lessons before and after this one in the course, across areas. */
export function adjacentLessons(catalog: Catalog, id: string): { previous?: Lesson; next?: Lesson } {
  const at = catalog.lessons.findIndex((lesson) => lesson.id === id)
  const previous = at > 0 ? catalog.lessons[at - 1] : undefined
  const next = at >= 0 ? catalog.lessons[at + 1] : undefined
  return { ...(previous && { previous }), ...(next && { next }) }
}
