import type { LabFact } from '../lab/fact.ts'
import type { Area } from './area.ts'
import type { Term } from './glossary.ts'
import type { Heading, Lesson } from './lesson.ts'
import type { PrimerFile } from './primer.ts'

export type Primer = PrimerFile & { slug: string; headings: Heading[]; items: number }

/**
 * All that was compiled from `content/`, but for bodies and quizzes. It stays on the build's side:
 * a page gets the part it shows through its loader, so that its cost does not grow with the course.
 */
export type Catalogue = {
  areas: Area[]
  /** In course order. */
  lessons: Lesson[]
  primers: Primer[]
  glossary: Term[]
  /** In course order. */
  labs: LabFact[]
}

export function lessonById(catalogue: Catalogue, id: string): Lesson | undefined {
  return catalogue.lessons.find((lesson) => lesson.id === id)
}

export function lessonsOf(catalogue: Catalogue, area: Area): Lesson[] {
  return catalogue.lessons.filter((lesson) => lesson.area === area.slug)
}

/** The lessons before and after this one in the course, across areas. */
export function neighbours(catalogue: Catalogue, id: string): { previous?: Lesson; next?: Lesson } {
  const at = catalogue.lessons.findIndex((lesson) => lesson.id === id)
  const previous = at > 0 ? catalogue.lessons[at - 1] : undefined
  const next = at >= 0 ? catalogue.lessons[at + 1] : undefined
  return { ...(previous && { previous }), ...(next && { next }) }
}
