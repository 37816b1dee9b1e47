import type { LessonChunks } from '#content/lesson-chunks.ts'
import type { Lesson } from '#domain/catalog/lesson.ts'
import type { LabEntry } from '../lab/lab-page-data.ts'

export type LessonLink = Pick<Lesson, 'id' | 'title' | 'note' | 'plainNote'> & { address: string }

/** Everything that a lesson's page shows, assembled by its loader. */
export type LessonPageData = {
  lesson: Lesson
  address: string
  chunks: LessonChunks
  area: { number: number; title: string; address: string; quiz: string }
  /** The lesson's position in its area, from 1, and the number of lessons there. */
  positionInArea: { index: number; total: number }
  prerequisites: LessonLink[]
  labs: LabEntry[]
  previous?: LessonLink
  next?: LessonLink
}
