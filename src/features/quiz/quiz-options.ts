import type { ReactNode } from 'react'
import type { Attempt } from '#domain/quiz/attempt.ts'
import type { Item } from '#domain/quiz/item.ts'

/** How the page that contains a quiz configures it. */
export type QuizOptions = {
  /** The address of the passage in a lesson that teaches an item. */
  itemAddress: (item: Item) => string | undefined
  /** The link back to where the learner came from. */
  backLink: { href: string; text: string }
  /** Whether wrong items can be retried; off where every answer counts. */
  canRetry: boolean
  /** Whether learners say how sure they are before an answer is checked. Default: true. */
  asksConfidence?: boolean
  /** Shown below the score, such as the result to submit. */
  afterScore?: (attempt: Attempt) => ReactNode
}
