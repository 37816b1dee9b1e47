import type { ItemSummary } from '#domain/progress/mastery.ts'
import type { LabEntry } from '../lab/lab-page-data.ts'

/** What the page needs to know of the course, in course order. */
export type ProgressPageData = {
  areas: ProgressArea[]
  /** What is to be read before the course; their items are the self-checks. */
  primers: ProgressLesson[]
  labs: LabEntry[]
}

export type ProgressArea = {
  number: number
  /** The permanent id, the first part of its lessons' ids. */
  id: string
  title: string
  address: string
  /** Where its quiz is. */
  quiz: string
  lessons: ProgressLesson[]
}

export type ProgressLesson = {
  id: string
  title: string
  address: string
  /** The items of its quiz, without their texts. */
  items: ItemSummary[]
}
