import type { FigureState } from './figure-state.ts'

/** Plate 5.3: when Compose lets api start, and whether db answers its first call. Times are seconds. */
export const scenarios = ['started', 'healthy', 'socket', 'later'] as const
export type Scenario = (typeof scenarios)[number]

export const durationSeconds = 12

/** A part of a track in which its state is the same. */
export type Interval = {
  from: number
  to: number
  state: 'working' | 'ready' | 'held' | 'down'
  name: string
}
export type Probe = { at: number; isPassed: boolean }
export type ConnectionAttempt = { at: number; isAnswered: boolean }
export type Timeline = {
  db: Interval[]
  socket?: Interval
  api: Interval[]
  probes: Probe[]
  calls: ConnectionAttempt[]
}

/**
 * An example of a first start: files are created, a temporary server listens on a Unix socket, then the real one on
 * TCP.
 */
const db = { readyFrom: 7, socketFrom: 3, socketTo: 6 }
/** `interval: 5s`; during the start period the Engine uses `start_interval`, which defaults to 5 s as well. */
const probeIntervalSeconds = 5

/**
 * With a start period, the first probe runs one `start_interval` after the start. The list ends with the first probe
 * that passes.
 */
function probesUntilHealthy(isPassedAt: (at: number) => boolean): Probe[] {
  const probes: Probe[] = []
  for (let at = probeIntervalSeconds; at <= durationSeconds; at += probeIntervalSeconds) {
    const isPassed = isPassedAt(at)
    probes.push({ at, isPassed })
    if (isPassed) break
  }
  return probes
}

const overTcp = (at: number) => at >= db.readyFrom
const overSocket = (at: number) => overTcp(at) || (at >= db.socketFrom && at < db.socketTo)

export function timelineOf(scenario: Scenario): Timeline {
  switch (scenario) {
    case 'started':
      return firstStart([], 0)
    case 'healthy':
      return heldBackTimeline(probesUntilHealthy(overTcp))
    case 'socket': {
      const socket: Interval = { from: db.socketFrom, to: db.socketTo, state: 'working', name: 'socket' }
      return { ...heldBackTimeline(probesUntilHealthy(overSocket)), socket }
    }
    case 'later':
      return restart()
    default:
      return scenario satisfies never
  }
}

function heldBackTimeline(probes: Probe[]): Timeline {
  return firstStart(probes, probes.find(({ isPassed }) => isPassed)?.at ?? durationSeconds)
}

/** api connects one second after its start, and exits if the connection is refused. */
function firstStart(probes: Probe[], apiStart: number): Timeline {
  const call = { at: apiStart + 1, isAnswered: overTcp(apiStart + 1) }
  const held: Interval = { from: 0, to: apiStart, state: 'held', name: 'held back' }
  const runs: Interval = call.isAnswered
    ? { from: apiStart, to: durationSeconds, state: 'ready', name: 'runs' }
    : { from: apiStart, to: call.at, state: 'working', name: 'exits' }
  return {
    db: [
      { from: 0, to: db.readyFrom, state: 'working', name: 'creates its files' },
      { from: db.readyFrom, to: durationSeconds, state: 'ready', name: 'answers' },
    ],
    api: apiStart > 0 ? [held, runs] : [runs],
    probes,
    calls: [call],
  }
}

/** db is down from 3 s to 8 s; api keeps running and retries with increasing pauses. */
function restart(): Timeline {
  const down = { from: 3, to: 8 }
  const calls = [1, 4, 5, 7, 11].map((at) => ({ at, isAnswered: at < down.from || at >= down.to }))
  return {
    db: [
      { from: 0, to: down.from, state: 'ready', name: 'answers' },
      { ...down, state: 'down', name: 'restarts' },
      { from: down.to, to: durationSeconds, state: 'ready', name: 'answers' },
    ],
    api: [{ from: 0, to: durationSeconds, state: 'ready', name: 'runs, and retries' }],
    probes: [],
    calls,
  }
}

export const scenarioLabels = {
  started: 'Started',
  healthy: 'Healthy',
  socket: 'By socket',
  later: 'Later',
} satisfies Record<Scenario, string>

const sentences = {
  started:
    'Short `depends_on`: `api` starts as soon as the container of `db` has started, calls while `db` still creates its files, is refused and exits.',
  healthy:
    '`condition: service_healthy`: the knock at 5 s fails and the one at 10 s passes. Only then does `api` start, and its first call is answered.',
  socket:
    '`pg_isready` without a host knocks on the Unix socket of Postgres’ temporary server and passes at 5 s, so `api` starts too early and is refused.',
  later:
    'Another day, `db` restarts. Compose did its work at `up`, so nothing holds `api` back. It gets through because it retries, with pauses that grow.',
} satisfies Record<Scenario, string>

export function describeScenario(scenario: Scenario): string {
  return sentences[scenario]
}

export const figureStates: FigureState<Scenario>[] = scenarios.map((scenario) => ({
  id: scenario,
  value: scenario,
  label: scenarioLabels[scenario],
  description: sentences[scenario],
}))
