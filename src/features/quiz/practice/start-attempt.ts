import { loadItems } from '#content/lesson-chunks.ts'
import type { Answer } from '#domain/progress/progress.ts'
import type { Attempt, QuizOrigin } from '#domain/quiz/attempt.ts'
import { drawItems } from '#domain/quiz/draw-items.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { Role } from '#domain/role.ts'
import { loadWithRetry } from '#store/load-with-retry.ts'
import type { PracticeTopic } from './practice-page-data.ts'

export type PracticeRequest = { topics: PracticeTopic[]; count: number; role: Role | undefined }

/** The name of this load in `useLoadFailure`. */
export const itemsLoadName = 'items of a practice'

/** All items of some topics. Rejects only when the signal aborts. */
export async function itemsOf(topics: PracticeTopic[], signal: AbortSignal): Promise<Item[]> {
  const lists = topics.map(({ id, quiz }) =>
    loadWithRetry(itemsLoadName, () => loadItems({ id, quiz }), { address: quiz, signal }),
  )
  return (await Promise.all(lists)).flat()
}

/** A new attempt with items drawn from the topics; items never answered or answered wrong come first. */
export function createPracticeAttempt(
  { count, role }: PracticeRequest,
  about: { title: string; origin: QuizOrigin },
  pool: Item[],
  answers: readonly Answer[],
  now: number,
): Attempt {
  const seed = now.toString(36)
  const history = new Map(answers.map(({ item, score, at }) => [item, { score, at }]))
  const drawn = drawItems(pool, { count, seed, history, ...(role && { role }) })
  return {
    ...about,
    items: drawn.map(({ id }) => id),
    seed,
    shuffle: true,
    feedback: 'each',
    answers: {},
    at: 0,
    startedAt: now,
  }
}
