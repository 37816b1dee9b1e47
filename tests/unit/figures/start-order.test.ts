import { expect, test } from 'vitest'
import {
  describeScenario,
  durationSeconds,
  type Scenario,
  scenarios,
  timelineOf,
} from '#domain/figures/start-order.ts'

function startOfApi(scenario: Scenario): number | undefined {
  return timelineOf(scenario).api.find(({ state }) => state !== 'held')?.from
}

test.each<[Scenario, number, boolean]>([
  ['started', 0, false],
  ['healthy', 10, true],
  ['socket', 5, false],
])('%s: api starts at %i s, and its first call is answered: %s', (scenario, start, isAnswered) => {
  expect(startOfApi(scenario)).toBe(start)
  expect(timelineOf(scenario).calls).toEqual([{ at: start + 1, isAnswered }])
})

test.each<Scenario>(['healthy', 'socket'])(
  '%s: api starts with the first probe that passes, and no later probe is shown',
  (scenario) => {
    const { probes } = timelineOf(scenario)
    expect(probes.map(({ isPassed }) => isPassed)).toEqual(
      probes.map((_, index) => index === probes.length - 1),
    )
    expect(startOfApi(scenario)).toBe(probes.at(-1)?.at)
  },
)

test.each(scenarios)('%s: a connection succeeds exactly while db accepts connections', (scenario) => {
  const { calls, db } = timelineOf(scenario)
  for (const { at, isAnswered } of calls) {
    expect(db.some(({ from, to, state }) => state === 'ready' && from <= at && at < to)).toBe(isAnswered)
  }
})

test.each(scenarios)('%s: timeline rows have no gaps and fit the axis', (scenario) => {
  const { db, api } = timelineOf(scenario)
  for (const track of [db, api]) {
    expect(track[0]?.from).toBe(0)
    expect(track.slice(1).map(({ from }) => from)).toEqual(track.slice(0, -1).map(({ to }) => to))
    expect(track.at(-1)?.to).toBeLessThanOrEqual(durationSeconds)
  }
  expect(db.at(-1)?.to).toBe(durationSeconds)
})

test('after a later restart nothing probes or delays api, and its retries back off', () => {
  const { probes, api, calls } = timelineOf('later')
  expect(probes).toEqual([])
  expect(api.some(({ state }) => state === 'held')).toBe(false)
  const retries = calls.slice(1).map(({ at }) => at)
  const pauses = retries.slice(1).map((at, index) => at - (retries[index] ?? 0))
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  expect(calls.at(-1)?.isAnswered).toBe(true)
})

test('the description of the gated start names the times in the drawing', () => {
  const moments = timelineOf('healthy').probes.map(({ at }) => `${at} s`)
  for (const moment of moments) expect(describeScenario('healthy')).toContain(moment)
})
