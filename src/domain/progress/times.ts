import { orderedAnswers } from './answers.ts'
import { cutOf } from './era.ts'
import { latestTime, type Progress } from './progress.ts'

/** Nobody learnt here before this day. A clock that shows an earlier one is wrong, and no judge of other times. */
const courseStart = Date.UTC(2026, 10, 1)

/** Two clocks that differ by less than this are taken as equal. */
const toleranceMillis = 1000

/** The latest time that can be true, going by a clock that may itself be wrong. */
export function latestCredible(now: number): number {
  return now < courseStart ? Date.UTC(2200, 0, 1) : now + toleranceMillis
}

/** When the entries of everything but answers were made, each with its record and key. */
function entryTimes(progress: Progress): number[] {
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
function lastTimeIn(progress: Progress): number {
  return maximum(entryTimes(progress), Math.max(progress.answers.at(-1)?.at ?? 0, cutOf(progress.era)))
}

/**
 * The moment to give to what a learner does now: later than all that the document holds, even where the clock has
 * gone back or two things happen within a millisecond. So nobody's own acts are ever ordered by anything but what
 * came first.
 */
export function nextMoment(progress: Progress, now: number): number {
  return Math.min(Math.max(now, lastTimeIn(progress) + 1), latestTime)
}

/**
 * Where entries that are dated ahead belong. `last`: this page never adds to a document before it has set such
 * times right, so what is dated ahead came after all the rest. `first`: pages of before did add to it, and what
 * they added would be hidden.
 */
type Place = 'first' | 'last'

/**
 * The document with every time that lies ahead of now set right. A clock was wrong; how late it was, nobody knows, but
 * the order is known and stays. The new times follow from the document and not from the moment somebody looks at
 * it, so that two tabs, or a backup that is restored twice, come to the same.
 */
export function withCredibleTimes(progress: Progress, now: number, place: Place = 'last'): Progress {
  const ceiling = latestCredible(now)
  if (lastTimeIn(progress) <= ceiling) return progress
  const era = cutOf(progress.era) <= ceiling ? progress.era : { ...progress.era, cut: Math.min(now, ceiling) }
  return { ...withEntries(progress, ceiling, place), answers: redatedAnswers(progress, ceiling, place), era }
}

/** By themselves: the time of an answer tells it from another, so it must not hang on what else was done. */
function redatedAnswers({ answers }: Progress, ceiling: number, place: Place): Progress['answers'] {
  const credible = answers.filter(({ at }) => at <= ceiling)
  const ahead = answers.slice(credible.length)
  const last = place === 'first' ? undefined : credible.at(-1)?.at
  const start = last ?? courseStart - ahead.length
  const redated = ahead.map((answer, index) => ({ ...answer, at: start + 1 + index }))
  return orderedAnswers([...credible, ...redated])
}

function withEntries(progress: Progress, ceiling: number, place: Place): Progress {
  const times = entryTimes(progress)
  const ahead = [...new Set(times.filter((time) => time > ceiling))].sort((a, b) => a - b)
  const credible = [...times, ...progress.answers.map(({ at }) => at)].filter((time) => time <= ceiling)
  const start = place === 'first' ? courseStart - ahead.length : maximum(credible, courseStart)
  const redated = new Map(ahead.map((time, index) => [time, start + 1 + index]))
  const right = (time: number) => redated.get(time) ?? time
  const timeOf = <E extends { at: number }>(entry: E): E => ({ ...entry, at: right(entry.at) })
  const { settings } = progress
  return {
    ...progress,
    opened: mapValues(progress.opened, right),
    labs: mapValues(progress.labs, right),
    read: mapValues(progress.read, timeOf),
    bookmarks: mapValues(progress.bookmarks, timeOf),
    sessions: mapValues(progress.sessions, timeOf),
    results: mapValues(progress.results, timeOf),
    settings: {
      ...(settings.role && { role: timeOf(settings.role) }),
      ...(settings.theme && { theme: timeOf(settings.theme) }),
      ...(settings.shortcuts && { shortcuts: timeOf(settings.shortcuts) }),
    },
  }
}

function mapValues<T>(record: Record<string, T>, apply: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, apply(value)]))
}
