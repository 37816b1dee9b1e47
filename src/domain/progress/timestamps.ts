import { sortUniqueAnswers } from './answer-list.ts'
import { maxTimestamp, type Progress } from './progress.ts'
import { cutoffOf } from './reset-epoch.ts'

/** Nobody learnt here before this day. A clock that shows an earlier one is wrong, and no judge of other times. */
const earliestTimestamp = Date.UTC(2026, 10, 1)

/** Two clocks that differ by less than this are taken as equal. */
const clockToleranceMillis = 1000

/** The latest time that can be true, going by a clock that may itself be wrong. */
export function maxPlausibleTimestamp(now: number): number {
  return now < earliestTimestamp ? Date.UTC(2200, 0, 1) : now + clockToleranceMillis
}

/** When the entries of everything but answers were made, each with its record and key. */
function collectTimestamps(progress: Progress): number[] {
  const { opened, labs, read, bookmarks, sessions, results, settings } = progress
  return [
    ...Object.values(opened),
    ...Object.values(labs),
    ...[read, bookmarks, sessions, results].flatMap((record) => Object.values(record).map(({ at }) => at)),
    ...Object.values(settings).map(({ at }) => at),
  ]
}

function maximum(times: readonly number[], start = 0): number {
  return times.reduce((most, time) => Math.max(most, time), start)
}

/** The time of what was done last, going by what the document says. */
function latestTimestampIn(progress: Progress): number {
  return maximum(
    collectTimestamps(progress),
    Math.max(progress.answers.at(-1)?.at ?? 0, cutoffOf(progress.era)),
  )
}

/**
 * The moment to give to what a learner does now: later than all that the document holds, even where the clock has
 * gone back or two things happen within a millisecond. So nobody's own acts are ever ordered by anything but what
 * came first.
 */
export function nextTimestamp(progress: Progress, now: number): number {
  return Math.min(Math.max(now, latestTimestampIn(progress) + 1), maxTimestamp)
}

/**
 * Where entries that are dated ahead belong. `last`: this page never adds to a document before it has set such
 * times right, so what is dated ahead came after all the rest. `first`: pages of before did add to it, and what
 * they added would be hidden.
 */
type Position = 'first' | 'last'

/**
 * The document with every time that lies ahead of now set right. A clock was wrong; how late it was, nobody knows, but
 * the order is known and stays. The new times follow from the document and not from the moment somebody looks at
 * it, so that two tabs, or a backup that is restored twice, come to the same.
 */
export function clampFutureTimestamps(progress: Progress, now: number, place: Position = 'last'): Progress {
  const ceiling = maxPlausibleTimestamp(now)
  if (latestTimestampIn(progress) <= ceiling) return progress
  const era =
    cutoffOf(progress.era) <= ceiling ? progress.era : { ...progress.era, cut: Math.min(now, ceiling) }
  return {
    ...clampEntryTimestamps(progress, ceiling, place),
    answers: clampAnswerTimestamps(progress, ceiling, place),
    era,
  }
}

/** By themselves: the time of an answer tells it from another, so it must not hang on what else was done. */
function clampAnswerTimestamps({ answers }: Progress, ceiling: number, place: Position): Progress['answers'] {
  const plausible = answers.filter(({ at }) => at <= ceiling)
  const futureAnswers = answers.slice(plausible.length)
  const last = place === 'first' ? undefined : plausible.at(-1)?.at
  const start = last ?? earliestTimestamp - futureAnswers.length
  const redated = futureAnswers.map((answer, index) => ({ ...answer, at: start + 1 + index }))
  return sortUniqueAnswers([...plausible, ...redated])
}

function clampEntryTimestamps(progress: Progress, ceiling: number, place: Position): Progress {
  const times = collectTimestamps(progress)
  const futureTimes = [...new Set(times.filter((time) => time > ceiling))].sort((a, b) => a - b)
  const plausible = [...times, ...progress.answers.map(({ at }) => at)].filter((time) => time <= ceiling)
  const start =
    place === 'first' ? earliestTimestamp - futureTimes.length : maximum(plausible, earliestTimestamp)
  const redated = new Map(futureTimes.map((time, index) => [time, start + 1 + index]))
  const corrected = (time: number) => redated.get(time) ?? time
  const withCorrectedTime = <E extends { at: number }>(entry: E): E => ({ ...entry, at: corrected(entry.at) })
  const { settings } = progress
  return {
    ...progress,
    opened: mapValues(progress.opened, corrected),
    labs: mapValues(progress.labs, corrected),
    read: mapValues(progress.read, withCorrectedTime),
    bookmarks: mapValues(progress.bookmarks, withCorrectedTime),
    sessions: mapValues(progress.sessions, withCorrectedTime),
    results: mapValues(progress.results, withCorrectedTime),
    settings: {
      ...(settings.role && { role: withCorrectedTime(settings.role) }),
      ...(settings.theme && { theme: withCorrectedTime(settings.theme) }),
      ...(settings.shortcuts && { shortcuts: withCorrectedTime(settings.shortcuts) }),
    },
  }
}

function mapValues<T>(record: Record<string, T>, apply: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, apply(value)]))
}
