import { maxTimestamp } from '../max-timestamp.ts'
import { sortUniqueAnswers } from './answer-list.ts'
import type { Progress } from './progress.ts'
import { cutoffOf } from './reset-epoch.ts'

/** The course did not exist before this day. A clock that shows an earlier one is wrong and cannot judge timestamps. */
const earliestTimestamp = Date.UTC(2026, 10, 1)

/** Clocks that differ by less than this count as equal. */
const clockToleranceMillis = 1000

/** The latest plausible timestamp, by a clock that may itself be wrong. */
export function maxPlausibleTimestamp(now: number): number {
  return now < earliestTimestamp ? Date.UTC(2200, 0, 1) : now + clockToleranceMillis
}

/** The timestamps of all entries except answers. */
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
  return times.reduce((latest, time) => Math.max(latest, time), start)
}

/** The latest timestamp in the document. */
function latestTimestampIn(progress: Progress): number {
  return maximum(
    collectTimestamps(progress),
    Math.max(progress.answers.at(-1)?.at ?? 0, cutoffOf(progress.era)),
  )
}

/**
 * The timestamp for an action now: later than everything in the document, even if the clock went back or two actions happen
 * within a millisecond. So one person's actions are always in the order in which they happened.
 */
export function nextTimestamp(progress: Progress, now: number): number {
  return Math.min(Math.max(now, latestTimestampIn(progress) + 1), maxTimestamp)
}

/**
 * Where entries with future timestamps belong. `last`: current pages correct them before they add anything, so these
 * entries came after all others. `first`: older pages added entries after them, which would be hidden.
 */
type Position = 'first' | 'last'

/**
 * Corrects every timestamp that is ahead of now. The true times are unknown, but the order is kept. The new timestamps
 * depend on the document and not on the current time, so two tabs, or two restores of one backup, get the same ones.
 */
export function clampFutureTimestamps(
  progress: Progress,
  now: number,
  position: Position = 'last',
): Progress {
  const ceiling = maxPlausibleTimestamp(now)
  if (latestTimestampIn(progress) <= ceiling) return progress
  const era =
    cutoffOf(progress.era) <= ceiling ? progress.era : { ...progress.era, cut: Math.min(now, ceiling) }
  return {
    ...clampEntryTimestamps(progress, ceiling, position),
    answers: clampAnswerTimestamps(progress, ceiling, position),
    era,
  }
}

/** Separately from other entries: an answer's timestamp is part of its identity and must not depend on them. */
function clampAnswerTimestamps(
  { answers }: Progress,
  ceiling: number,
  position: Position,
): Progress['answers'] {
  const plausible = answers.filter(({ at }) => at <= ceiling)
  const futureAnswers = answers.slice(plausible.length)
  const last = position === 'first' ? undefined : plausible.at(-1)?.at
  const start = last ?? earliestTimestamp - futureAnswers.length
  const corrected = futureAnswers.map((answer, index) => ({ ...answer, at: start + 1 + index }))
  return sortUniqueAnswers([...plausible, ...corrected])
}

function clampEntryTimestamps(progress: Progress, ceiling: number, position: Position): Progress {
  const times = collectTimestamps(progress)
  const futureTimes = [...new Set(times.filter((time) => time > ceiling))].sort((a, b) => a - b)
  const plausible = [...times, ...progress.answers.map(({ at }) => at)].filter((time) => time <= ceiling)
  const start =
    position === 'first' ? earliestTimestamp - futureTimes.length : maximum(plausible, earliestTimestamp)
  const correctedTimes = new Map(futureTimes.map((time, index) => [time, start + 1 + index]))
  const corrected = (time: number) => correctedTimes.get(time) ?? time
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
