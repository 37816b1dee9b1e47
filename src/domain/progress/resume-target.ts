import { lessonIdOf } from '../ids.ts'
import type { Attempt } from '../quiz/attempt.ts'
import { attemptsNewestFirst } from './attempts.ts'
import type { Progress } from './progress.ts'

/** Where to continue. */
export type ResumeTarget<L> =
  | { kind: 'start'; lesson: L }
  | { kind: 'quiz'; attempt: Attempt }
  /** A lesson that was opened and not finished. */
  | { kind: 'opened'; lesson: L }
  /** The lesson after the one finished last. */
  | { kind: 'next'; lesson: L }
  | { kind: 'done' }

function latestOf<T>(list: readonly T[], at: (entry: T) => number): T | undefined {
  return list.reduce<T | undefined>(
    (best, entry) => (best && at(best) >= at(entry) ? best : entry),
    undefined,
  )
}

/**
 * In this order: the unfinished attempt that changed last; the unfinished lesson opened last, if none was finished since;
 * the next unfinished lesson. `lessons` are in course order. `primer` comes before all of them, until its self-check has
 * been started or a lesson opened.
 */
export function resumeTarget<L extends { id: string }>(
  progress: Progress,
  lessons: readonly L[],
  primer?: L,
): ResumeTarget<L> {
  const attempt = attemptsNewestFirst(progress.sessions).find(({ finishedAt }) => finishedAt === undefined)
  if (attempt) return { kind: 'quiz', attempt }
  const finishedAt = ({ id }: L) => (progress.read[id]?.on ? progress.read[id].at : -1)
  const openedAt = ({ id }: L) => progress.opened[id] ?? -1
  const unfinished = lessons.filter((lesson) => finishedAt(lesson) < 0)
  const [first] = unfinished
  if (!first) return { kind: 'done' }
  const finished = latestOf(
    lessons.filter((lesson) => finishedAt(lesson) >= 0),
    finishedAt,
  )
  const opened = latestOf(
    unfinished.filter((lesson) => openedAt(lesson) >= 0),
    openedAt,
  )
  if (opened && openedAt(opened) > (finished ? finishedAt(finished) : -1))
    return { kind: 'opened', lesson: opened }
  if (!finished) return { kind: 'start', lesson: primer && !hasAnswers(progress, primer) ? primer : first }
  const finishedIndex = lessons.indexOf(finished)
  return {
    kind: 'next',
    lesson: unfinished.find((lesson) => lessons.indexOf(lesson) > finishedIndex) ?? first,
  }
}

function hasAnswers({ answers }: Progress, primer: { id: string }): boolean {
  return answers.some(({ item }) => lessonIdOf(item) === primer.id)
}
