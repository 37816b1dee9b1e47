import { type Attempt, isSameAttempt } from '../quiz/attempt.ts'
import { type MergeReport, replaceProgress } from './merge.ts'
import type { Progress } from './progress.ts'

type StoredAttempt = Progress['sessions'][string]

/**
 * What a restored backup changed. `omittedAttempts` counts quizzes in progress in the backup that were left out, because
 * the reader is in the middle of another attempt at the same quiz, and each quiz has one.
 */
export type RestoreReport = { report: MergeReport; omittedAttempts: number }

/**
 * `here` with everything in a backup, whatever its reset epoch. An unfinished attempt with answers is never replaced: it
 * gains the backup's answers if it is the same attempt, and otherwise the backup's attempt is left out.
 */
export function restoreProgress(here: Progress, backup: Progress): RestoreReport & { progress: Progress } {
  const joined = new Map<string, StoredAttempt>()
  const restored = { ...backup.sessions }
  let omittedAttempts = 0
  for (const [key, theirs] of Object.entries(backup.sessions)) {
    const ours = Object.hasOwn(here.sessions, key) ? here.sessions[key] : undefined
    if (!ours || !isUnderWay(ours.value)) continue
    if (!theirs.value || !isSameAttempt(ours.value, theirs.value)) {
      delete restored[key]
      omittedAttempts += Number(isUnderWay(theirs.value))
    } else if (theirs.value.finishedAt === undefined) {
      delete restored[key]
      const attempt = withAnswersOf(ours.value, theirs.value)
      if (attempt !== ours.value) joined.set(key, { value: attempt, at: Math.max(ours.at, theirs.at) })
    }
  }
  const sessions = joined.size === 0 ? here.sessions : { ...here.sessions, ...Object.fromEntries(joined) }
  const start = joined.size === 0 ? here : { ...here, sessions }
  const { progress, report } = replaceProgress(start, { ...backup, sessions: restored })
  return { progress, report: { ...report, sessions: report.sessions + joined.size }, omittedAttempts }
}

function isUnderWay(attempt: Attempt | null): attempt is Attempt {
  return attempt !== null && attempt.finishedAt === undefined && Object.keys(attempt.answers).length > 0
}

/** `attempt` with the answers that `other` gave to other items, or later. The same object if there are none. */
function withAnswersOf(attempt: Attempt, other: Attempt): Attempt {
  const gained = Object.entries(other.answers).filter(([id, { at }]) => {
    const own = Object.hasOwn(attempt.answers, id) ? attempt.answers[id] : undefined
    return own === undefined || at > own.at
  })
  if (gained.length === 0) return attempt
  return { ...attempt, answers: { ...attempt.answers, ...Object.fromEntries(gained) } }
}
