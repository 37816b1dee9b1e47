import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AlertState,
  describeWatch,
  evaluationsOf,
  figureStates,
  firstMinute,
  holdProblem,
  type Load,
  loads,
  parseHold,
  parseScrape,
  samplesOf,
  scrapeProblem,
  threshold,
  type Watch,
} from '#domain/figures/scrape-to-alert.ts'

const watches: fc.Arbitrary<Watch> = fc.record({
  load: fc.constantFrom(...loads),
  scrape: fc.integer({ min: 5, max: 120 }).map(String),
  hold: fc.integer({ min: 0, max: 10 }).map(String),
})

test.each<[Load, string, string, number | undefined, number | undefined, number | undefined]>([
  ['leak', '15', '5', 9, 14, undefined],
  ['leak', '15', '0', undefined, 9, undefined],
  ['leak', '120', '5', 10, 15, undefined],
  ['peak', '15', '5', 7, undefined, undefined],
  ['peak', '15', '2', 7, 9, undefined],
  ['peak', '15', '0', undefined, 7, undefined],
  ['kill', '15', '5', undefined, undefined, 11],
  ['kill', '120', '5', undefined, undefined, 12],
])(
  '%s, scrape %s s, for %s min: pending %s, firing %s, OomKill %s',
  (load, scrape, hold, pending, firing, killed) => {
    const evaluations = evaluationsOf({ load, scrape, hold })
    expect(firstMinute(evaluations, 'nearLimit', 'pending')).toBe(pending)
    expect(firstMinute(evaluations, 'nearLimit')).toBe(firing)
    expect(firstMinute(evaluations, 'oomKill')).toBe(killed)
  },
)

test('a kill stops counting as an increase after ten minutes', () => {
  const evaluations = evaluationsOf({ load: 'kill', scrape: '15', hold: '5' })
  const states = evaluations.map(({ oomKill }) => oomKill)
  expect(states.filter((each) => each === 'firing').length).toBeLessThanOrEqual(10)
  expect(states.slice(0, 11)).toEqual(Array<AlertState>(11).fill('inactive'))
})

test('no scrape sees the memory of a process that is killed between two readings', () => {
  fc.assert(
    fc.property(watches, (watch) => {
      const seen = samplesOf({ ...watch, load: 'kill' }).filter(({ memory }) => memory > threshold)
      expect(seen).toEqual([])
    }),
  )
})

test('an alert fires only after it has been pending for its whole time', () => {
  fc.assert(
    fc.property(watches, (watch) => {
      const evaluations = evaluationsOf(watch)
      const fired = firstMinute(evaluations, 'nearLimit')
      if (fired === undefined) return
      const hold = parseHold(watch.hold) ?? 0
      const before = evaluations.slice(fired - hold, fired).map(({ nearLimit }) => nearLimit)
      expect(before).toEqual(Array<AlertState>(hold).fill('pending'))
    }),
  )
})

test('a longer interval never finds a leak earlier', () => {
  const fires = ['5', '15', '60', '120'].map(
    (scrape) => firstMinute(evaluationsOf({ load: 'leak', scrape, hold: '5' }), 'nearLimit') ?? 99,
  )
  expect(fires).toEqual(fires.toSorted((a, b) => a - b))
})

test.each([
  ['leak', 'is pending from minute 9, and still holds 5 min later: it fires at minute 14.'],
  ['peak', 'is pending from minute 7, but not for 5 minutes: nobody is woken.'],
  ['peak-at-once', 'fires at the next evaluation, minute 7.'],
  ['kill', '`OomKill` fires at minute 11.'],
])('%s: the description says %s', (id, sentence) => {
  expect(figureStates.find((state) => state.id === id)?.description).toContain(sentence)
})

test('every setting has a description', () => {
  fc.assert(
    fc.property(watches, (watch) => {
      expect(describeWatch(watch)).not.toMatch(/undefined|NaN/)
    }),
  )
})

test.each(['4', '121', '', '1.5', '-5', '15s'])('“%s” is rejected as an interval', (text) => {
  expect(parseScrape(text)).toBeUndefined()
  expect(scrapeProblem(text)).toBe('Enter a whole number, 5 to 120.')
})

test.each(['11', '', '5m', '-1'])('“%s” is rejected as the time before an alert fires', (text) => {
  expect(holdProblem(text)).toBe('Enter a whole number, 0 to 10.')
})
