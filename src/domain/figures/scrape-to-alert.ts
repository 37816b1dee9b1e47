import { createStateFactory, type FigureState } from './figure-state.ts'

/**
 * Plate 8.2: twenty minutes of a container’s memory, what Prometheus records of it, and when the lesson’s two rules
 * fire. cAdvisor reads the cgroup every 10 seconds (`--housekeeping_interval=10s`), Prometheus scrapes it once per
 * scrape interval and evaluates its rules every minute, which is the default. The container has no file cache, so its
 * working set equals `memory.current`. cAdvisor counts kills in the kernel’s log and stamps the count with the time of
 * its latest reading. The killed process is not the container’s main one, with which the counter would be gone.
 */
export const loads = ['leak', 'peak', 'kill'] as const
export type Load = (typeof loads)[number]

/** The interval and the minutes are as typed. */
export type Watch = { load: Load; scrape: string; hold: string }

export const lastMinute = 20
export const threshold = 0.9
const cadvisorSeconds = 10
/** `increase(container_oom_events_total[10m])` */
const killWindowSeconds = 600
const kill = { start: 604, end: 606 }
const peak = { start: 420, end: 600 }
const scrapeRange = { min: 5, max: 120 }
const maxHoldMinutes = 10

/** Memory as a fraction of the limit: `memory.current` divided by `memory.max`. */
export function memoryAt(load: Load, second: number): number {
  switch (load) {
    case 'leak':
      return 0.5 + 0.45 * Math.min(second / 600, 1)
    case 'peak':
      return second >= peak.start && second < peak.end ? 0.95 : 0.5
    case 'kill':
      return second >= kill.start && second < kill.end ? 1 : 0.5
    default:
      return load satisfies never
  }
}

/** The second in which the kernel killed a process of the container; undefined if it did not. */
export function killSecondOf(load: Load): number | undefined {
  return load === 'kill' ? kill.end : undefined
}

export function parseScrape(text: string): number | undefined {
  return parseInteger(text, scrapeRange.min, scrapeRange.max)
}

export function parseHold(text: string): number | undefined {
  return parseInteger(text, 0, maxHoldMinutes)
}

function parseInteger(text: string, min: number, max: number): number | undefined {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN
  return number >= min && number <= max ? number : undefined
}

export function scrapeProblem(text: string): string | undefined {
  const { min, max } = scrapeRange
  return parseScrape(text) === undefined ? `Enter a whole number, ${min} to ${max}.` : undefined
}

export function holdProblem(text: string): string | undefined {
  return parseHold(text) === undefined ? `Enter a whole number, 0 to ${maxHoldMinutes}.` : undefined
}

/** One scrape: cAdvisor’s latest reading at that time. */
export type Sample = { second: number; memory: number; kills: number }

export function samplesOf({ load, scrape }: Watch): Sample[] {
  const interval = parseScrape(scrape) ?? 15
  const killSecond = killSecondOf(load) ?? Number.POSITIVE_INFINITY
  const samples: Sample[] = []
  for (let second = 0; second <= lastMinute * 60; second += interval) {
    const read = Math.floor(second / cadvisorSeconds) * cadvisorSeconds
    samples.push({ second, memory: memoryAt(load, read), kills: read >= killSecond ? 1 : 0 })
  }
  return samples
}

export type AlertState = 'inactive' | 'pending' | 'firing'
export type Evaluation = { minute: number; nearLimit: AlertState; oomKill: AlertState }

/**
 * A rule whose condition holds is pending, and fires once the condition has held at every evaluation for the duration
 * of `for`.
 */
export function evaluationsOf(watch: Watch): Evaluation[] {
  const samples = samplesOf(watch)
  const hold = parseHold(watch.hold) ?? 5
  let since: number | undefined
  return Array.from({ length: lastMinute + 1 }, (_, minute) => {
    const known = samples.filter(({ second }) => second <= minute * 60)
    const isNear = (known.at(-1)?.memory ?? 0) > threshold
    since = isNear ? (since ?? minute) : undefined
    const nearLimit = since === undefined ? 'inactive' : minute - since >= hold ? 'firing' : 'pending'
    const inWindow = known.filter(({ second }) => second > minute * 60 - killWindowSeconds)
    const isKilled = (inWindow.at(-1)?.kills ?? 0) > (inWindow[0]?.kills ?? 0)
    return { minute, nearLimit, oomKill: isKilled ? 'firing' : 'inactive' }
  })
}

export type Rule = 'nearLimit' | 'oomKill'

/** The first minute in which a rule has this state; undefined if it never does. */
export function firstMinute(
  evaluations: readonly Evaluation[],
  rule: Rule,
  state: AlertState = 'firing',
): number | undefined {
  return evaluations.find((evaluation) => evaluation[rule] === state)?.minute
}

export function describeWatch(watch: Watch): string {
  const evaluations = evaluationsOf(watch)
  const fired = firstMinute(evaluations, 'nearLimit')
  if (watch.load === 'kill') {
    const counted = firstMinute(evaluations, 'oomKill')
    return `The kernel kills one process between two readings, and the container goes on. The memory that Prometheus stores looks calm. The counter does not: \`OomKill\` fires at minute ${counted}.`
  }
  const passes = watch.load === 'leak' ? 'Memory climbs above 90%' : 'Memory is above 90% for three minutes'
  if (fired === undefined) {
    const pending = firstMinute(evaluations, 'nearLimit', 'pending')
    if (pending === undefined) return `${passes}, and no evaluation sees it.`
    return `${passes}. \`NearMemoryLimit\` is pending from minute ${pending}, but not for ${watch.hold.trim()} minutes: nobody is woken.`
  }
  const hold = parseHold(watch.hold) ?? 0
  if (hold === 0)
    return `${passes}. Without \`for\`, \`NearMemoryLimit\` fires at the next evaluation, minute ${fired}.`
  return `${passes}. \`NearMemoryLimit\` is pending from minute ${fired - hold}, and still holds ${hold} min later: it fires at minute ${fired}.`
}

const usual: Watch = { load: 'leak', scrape: '15', hold: '5' }

const state = createStateFactory(describeWatch)

export const figureStates: FigureState<Watch>[] = [
  state('leak', 'A leak', usual),
  state('peak', 'A short peak', { ...usual, load: 'peak' }),
  state('peak-at-once', 'A peak without `for`', { ...usual, load: 'peak', hold: '0' }),
  state('kill', 'An OOM kill', { ...usual, load: 'kill' }),
]
