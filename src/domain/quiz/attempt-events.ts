import { type Attempt, type Confidence, isSameAttempt } from './attempt.ts'
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
  | { kind: 'clock-set-back'; at: number }
  /** Starts over with only the items that were not fully correct. The seed shuffles their options again. */
  | { kind: 'retried-wrong'; seed: string; at: number }

/** The attempt after the event. An event that does not apply changes nothing. */
export function applyAttemptEvent(attempt: Attempt, event: AttemptEvent): Attempt {
  switch (event.kind) {
    case 'answered': {
      if (attempt.finishedAt !== undefined || !attempt.items.includes(event.item)) return attempt
      const { kind: _, item, ...answer } = event
      return { ...attempt, answers: { ...attempt.answers, [item]: answer } }
    }
    case 'moved':
      return { ...attempt, at: clamp(event.to, attempt.items.length - 1) }
    case 'finished':
      return attempt.finishedAt === undefined ? { ...attempt, finishedAt: event.at } : attempt
    case 'clock-set-back':
      return atEarlierClock(attempt, event.at)
    case 'retried-wrong': {
      const { finishedAt: _, ...rest } = attempt
      const wrong = attemptResult(attempt).items.filter((item) => item.outcome !== 'right')
      if (wrong.length === 0) return attempt
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
function atEarlierClock(attempt: Attempt, now: number): Attempt {
  const times = Object.values(attempt.answers).map(({ at }) => at)
  const ahead = Math.max(attempt.startedAt, ...times) - now
  if (attempt.finishedAt !== undefined || ahead <= 0) return attempt
  const answers = Object.entries(attempt.answers).map(([id, answer]) => [
    id,
    { ...answer, at: answer.at - ahead },
  ])
  return { ...attempt, startedAt: attempt.startedAt - ahead, answers: Object.fromEntries(answers) }
}

/**
 * `attempt` after another tab continued it: with that tab's answers, at that tab's item, and finished if it was finished
 * there. The same object if `other` is another attempt or adds nothing.
 */
export function continuedElsewhere(attempt: Attempt, other: Attempt | null | undefined): Attempt {
  if (!other || attempt.finishedAt !== undefined || !isSameAttempt(attempt, other)) return attempt
  if (other.finishedAt !== undefined) return other
  const hasAll = Object.keys(other.answers).every((id) => Object.hasOwn(attempt.answers, id))
  return hasAll ? attempt : { ...attempt, answers: { ...other.answers, ...attempt.answers }, at: other.at }
}

/**
 * Adapts a saved attempt to the current items: removed items are left out, and an answer that no longer fits its item is
 * asked again. `missing` and `outdated` say which.
 */
export function reconcileWithItems(
  attempt: Attempt,
  items: readonly Item[],
): { attempt: Attempt; missing: string[]; outdated: string[] } {
  const known = new Map(items.map((item) => [item.id, item]))
  const remainingIds = attempt.items.filter((id) => known.has(id))
  const missing = attempt.items.filter((id) => !known.has(id))
  const outdated = Object.entries(attempt.answers).flatMap(([id, answer]) => {
    const item = known.get(id)
    return item && rulesOf(item).grade(answer.response) === undefined ? [id] : []
  })
  if (missing.length === 0 && outdated.length === 0) return { attempt, missing, outdated }
  const answers = Object.entries(attempt.answers).filter(
    ([id]) => remainingIds.includes(id) && !outdated.includes(id),
  )
  const remainingBeforeCurrent = attempt.items.slice(0, attempt.at).filter((id) => known.has(id)).length
  const at = clamp(remainingBeforeCurrent, remainingIds.length - 1)
  return {
    attempt: { ...attempt, items: remainingIds, answers: Object.fromEntries(answers), at },
    missing,
    outdated,
  }
}

function clamp(index: number, last: number): number {
  return Number.isInteger(index) ? Math.max(0, Math.min(index, last)) : 0
}
