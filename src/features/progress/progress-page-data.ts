import type { ItemSummary } from '#domain/progress/mastery.ts'

/** What the page needs to know of the course, in course order. */
export type ProgressPageData = {
  areas: ProgressArea[]
  /** What is to be read before the course; their items are the self-checks. */
  primers: ProgressLesson[]
  /** The address of the mixed quiz. */
  quiz: string
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
