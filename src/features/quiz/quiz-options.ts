import type { ReactNode } from 'react'
import type { Attempt } from '#domain/quiz/attempt.ts'
import type { Item } from '#domain/quiz/item.ts'

/** What the page around a quiz decides. */
export type QuizOptions = {
  /** Where an item's home in its lesson is. */
  href: (item: Item) => string | undefined
  /** Where the learner came from. */
  back: { href: string; text: string }
  /** Whether what was wrong can be tried again; off where every answer counts. */
  canRetry: boolean
  /** Whether each answer is checked by saying how sure one is. It is, unless this is false. */
  asksConfidence?: boolean
  /** Stands below the score, such as the way to hand a result in. */
  afterScore?: (session: Attempt) => ReactNode
}
