import type { Attempt, Confidence } from './attempt.ts'
import { attemptResult } from './attempt-result.ts'
import { rulesOf } from './grading.ts'
import type { Item } from './item.ts'
import type { ItemResponse } from './item-schema.ts'

/** What happens in a quiz. `at` is in milliseconds since 1970. */
export type AttemptEvent =
  | {
      kind: 'answered'
      item: string
      response: ItemResponse
      score: number
      confidence?: Confidence
      at: number
    }
  | { kind: 'moved'; to: number }
  | { kind: 'finished'; at: number }
  /** The clock was ahead and has been set right: it shows a time before the quiz was begun. */
  | { kind: 'clockSetBack'; at: number }
  /** Starts over with only the items that were not all right. The seed deals their options anew. */
  | { kind: 'retriedWrong'; seed: string; at: number }

/** What the session is after the event. An event that makes no sense in it changes nothing. */
export function applyAttemptEvent(session: Attempt, event: AttemptEvent): Attempt {
  switch (event.kind) {
    case 'answered': {
      if (session.finishedAt !== undefined || !session.items.includes(event.item)) return session
      const { kind: _, item, ...answer } = event
      return { ...session, answers: { ...session.answers, [item]: answer } }
    }
    case 'moved':
      return { ...session, at: clamp(event.to, session.items.length - 1) }
    case 'finished':
      return session.finishedAt === undefined ? { ...session, finishedAt: event.at } : session
    case 'clockSetBack':
      return atEarlierClock(session, event.at)
    case 'retriedWrong': {
      const { finishedAt: _, ...rest } = session
      const wrong = attemptResult(session).items.filter((item) => item.outcome !== 'right')
      if (wrong.length === 0) return session
      const items = wrong.map((item) => item.id)
      return { ...rest, items, answers: {}, at: 0, seed: event.seed, startedAt: event.at }
    }
    default:
      return event satisfies never
  }
}

/**
 * The last thing done in the quiz becomes now, and the rest keeps its distance to it: so a time limit neither grows by
 * how far the clock was ahead, nor is it used up.
 */
function atEarlierClock(session: Attempt, now: number): Attempt {
  const times = Object.values(session.answers).map(({ at }) => at)
  const ahead = Math.max(session.startedAt, ...times) - now
  if (session.finishedAt !== undefined || ahead <= 0) return session
  const answers = Object.entries(session.answers).map(([id, answer]) => [
    id,
    { ...answer, at: answer.at - ahead },
  ])
  return { ...session, startedAt: session.startedAt - ahead, answers: Object.fromEntries(answers) }
}

/**
 * A saved session made to fit the items there are now: what was removed from the course is left out,
 * an answer that its item no longer understands is asked again. `missing` and `outdated` say which.
 */
export function reconcileWithItems(
  session: Attempt,
  items: readonly Item[],
): { session: Attempt; missing: string[]; outdated: string[] } {
  const known = new Map(items.map((item) => [item.id, item]))
  const remainingIds = session.items.filter((id) => known.has(id))
  const missing = session.items.filter((id) => !known.has(id))
  const outdated = Object.entries(session.answers).flatMap(([id, answer]) => {
    const item = known.get(id)
    return item && rulesOf(item).grade(answer.response) === undefined ? [id] : []
  })
  if (missing.length === 0 && outdated.length === 0) return { session, missing, outdated }
  const answers = Object.entries(session.answers).filter(
    ([id]) => remainingIds.includes(id) && !outdated.includes(id),
  )
  const remainingBeforeCurrent = session.items.slice(0, session.at).filter((id) => known.has(id)).length
  const at = clamp(remainingBeforeCurrent, remainingIds.length - 1)
  return {
    session: { ...session, items: remainingIds, answers: Object.fromEntries(answers), at },
    missing,
    outdated,
  }
}

function clamp(index: number, last: number): number {
  return Number.isInteger(index) ? Math.max(0, Math.min(index, last)) : 0
}
