import type { ItemSummary } from '#domain/progress/mastery.ts'
import type { LabEntry } from '../lab/lab-page-data.ts'

/** What the page needs to know about the course, in course order. */
export type ProgressPageData = {
  areas: ProgressArea[]
  /** Primers; their items are the self-checks. */
  primers: ProgressLesson[]
  labs: LabEntry[]
}

export type ProgressArea = {
  number: number
  /** The permanent id, which is the first part of its lessons' ids. */
  id: string
  title: string
  address: string
  /** The address of its quiz. */
  quiz: string
  lessons: ProgressLesson[]
}

export type ProgressLesson = {
  id: string
  title: string
  address: string
  /** The items of its quiz, without text. */
  items: ItemSummary[]
}
