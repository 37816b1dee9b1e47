import type { ReactNode } from 'react'
import type { Attempt } from '#domain/quiz/attempt.ts'
import type { Item } from '#domain/quiz/item.ts'

/** What the page around a quiz configures. */
export type QuizOptions = {
  /** The address of an item's home in its lesson. */
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
