import type { LessonChunks } from '#content/lesson-chunks.ts'
import type { Lesson } from '#domain/catalog/lesson.ts'
import type { LabEntry } from '../lab/lab-page-data.ts'

export type LessonLink = Pick<Lesson, 'id' | 'title' | 'note'> & { address: string }

/** All that the page of one lesson shows, put together by its loader. */
export type LessonPageData = {
  lesson: Lesson
  address: string
  content: LessonChunks
  area: { number: number; title: string; address: string; quiz: string }
  /** 1-based place in the area, and how many there are. */
  place: { index: number; of: number }
  needs: LessonLink[]
  labs: LabEntry[]
  previous?: LessonLink
  next?: LessonLink
}
