import { catalog, chunks } from '#content/catalog.server.ts'
import type { LessonChunks } from '#content/lesson-chunks.ts'
import type { Area } from '#domain/catalog/area.ts'
import { lessonsOf } from '#domain/catalog/catalog.ts'
import type { Lesson } from '#domain/catalog/lesson.ts'
import type { LabSummary } from '#domain/lab/lab-summary.ts'
import { paths } from '#domain/paths.ts'

/** Functions that loaders share. They run at build time, never in the browser. */

export function lessonChunksOf(id: string): LessonChunks {
  const body = chunks.bodies[id]
  const quiz = chunks.quizzes[id]
  if (!body || !quiz) throw new Error(`the build made no chunk for ${id}`)
  const recordings = chunks.recordings[id]
  return { id, body, quiz, ...(recordings && { recordings }) }
}

export function toLessonLink(lesson: Lesson) {
  const { id, title, note, plainNote } = lesson
  return { id, title, note, plainNote, address: paths.lesson(lesson) }
}

/** The area at this address; throws a 404 response if there is none. */
export function areaByAddress(slug: string): Area {
  const area = catalog.areas.find((candidate) => candidate.slug === slug)
  if (!area) throw new Response(null, { status: 404 })
  return area
}

/** The topics of an area, as a practice quiz needs them. */
export function practiceTopics(area: Area) {
  return lessonsOf(catalog, area).map((lesson) => ({
    id: lesson.id,
    title: lesson.title,
    address: paths.lesson(lesson),
    quiz: lessonChunksOf(lesson.id).quiz,
    items: lesson.items,
    itemsByRole: lesson.itemsByRole,
  }))
}

/** The labs of these lessons and primers, as lists need them. */
export function toLabEntries(owners: readonly string[]): (Omit<LabSummary, 'owner'> & { address: string })[] {
  return catalog.labs
    .filter(({ owner }) => owners.includes(owner))
    .map(({ owner: _, ...lab }) => ({ ...lab, address: paths.lab(lab.id) }))
}
