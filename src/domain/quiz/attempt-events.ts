import type { Attempt, Confidence } from './attempt.ts'
import { attemptResult } from './attempt-result.ts'
import { rulesOf } from './grading.ts'
import type { Item } from './item.ts'
import type { ItemResponse } from './item-schema.ts'

/** What happens in an attempt. `at` is in milliseconds since 1970. */
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
  /** The clock was ahead and has been corrected: it shows a time before the attempt started. */
  | { kind: 'clockSetBack'; at: number }
  /** Starts over with only the items that were not fully correct. The seed shuffles their options again. */
  | { kind: 'retriedWrong'; seed: string; at: number }

/** The attempt after the event. An event that does not apply changes nothing. */
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
 * Shifts all timestamps so that the latest is now. So a time limit is neither extended nor used up by the clock's error.
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
 * Adapts a saved attempt to the current items: removed items are left out, and an answer that no longer fits its item is
 * asked again. `missing` and `outdated` say which.
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
