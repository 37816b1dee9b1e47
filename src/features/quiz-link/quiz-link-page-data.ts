import type { ReactNode } from 'react'
import type { Attempt } from '#domain/quiz/attempt.ts'
import type { AttemptEvent } from '#domain/quiz/attempt-events.ts'
import type { Item } from '#domain/quiz/item.ts'

/** A topic as the page gets it: where its items are fetched and where its lesson is read. */
export type LinkTopic = { id: string; title: string; address: string; quiz: string }

/** Fetches the items of a topic. The route hands it over, so that tests can too. */
export type LoadItems = (topic: Pick<LinkTopic, 'id' | 'quiz'>) => Promise<Item[]>

export type LinkAddresses = { home: string; quiz: string; instructor: string }

/** The quiz itself, which another feature draws: the route puts the two together. */
export type RenderQuiz = (quiz: {
  session: Attempt
  items: Item[]
  onEvent: (...events: AttemptEvent[]) => void
  now: () => number
  href: (item: Item) => string | undefined
  back: { href: string; text: string }
  canRetry: boolean
  asksConfidence: boolean
  afterScore: (session: Attempt) => ReactNode
}) => ReactNode
