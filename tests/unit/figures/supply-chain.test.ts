import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Check,
  checks,
  type Defense,
  describeDefense,
  type Effect,
  type Entry,
  effectOf,
  entersAt,
  entries,
  figureStates,
  imageSteps,
  reachedSteps,
  stoppingCheck,
  toggleCheck,
} from '#domain/figures/supply-chain.ts'

const anyCheck = fc.constantFrom(...checks)
const anyDefense: fc.Arbitrary<Defense> = fc.record({
  entry: fc.constantFrom(...entries),
  inPlace: fc.subarray([...checks]),
})

test.each<[Entry, Check[], Check[]]>([
  ['base', ['pin'], ['provenance']],
  ['dependency', ['scan'], ['sbom']],
  ['tool', ['pin'], []],
  ['push', ['pin', 'signature'], ['provenance']],
  ['tag', ['pin'], ['scan', 'provenance']],
])('%s is stopped by %j and shown by %j', (entry, stops, shows) => {
  const withEffect = (effect: Effect) => checks.filter((check) => effectOf(check, entry) === effect)
  expect(withEffect('stops')).toEqual(stops)
  expect(withEffect('shows')).toEqual(shows)
})

test.each<[Entry, Check[], string]>([
  ['base', [], 'build registry run'],
  ['base', ['pin'], ''],
  ['dependency', ['scan'], 'build registry'],
  ['push', ['pin'], 'registry'],
  ['push', ['signature'], 'registry'],
  ['push', ['scan', 'sbom', 'provenance'], 'registry run'],
  ['tag', ['signature'], 'run'],
  ['tag', ['pin'], ''],
])('%s with %j gets to: %s', (entry, inPlace, reached) => {
  expect(reachedSteps({ entry, inPlace }).join(' ')).toBe(reached)
})

test('an image runs exactly if no check in place stops it, and the description says so', () => {
  fc.assert(
    fc.property(anyDefense, (defense) => {
      const isRunning = reachedSteps(defense).includes('run')
      expect(isRunning).toBe(stoppingCheck(defense) === undefined)
      expect(describeDefense(defense).includes('It runs.')).toBe(isRunning)
    }),
  )
})

test('an additional check never lets an image get further', () => {
  fc.assert(
    fc.property(anyDefense, anyCheck, (defense, check) => {
      fc.pre(!defense.inPlace.includes(check))
      const before = reachedSteps(defense)
      for (const step of reachedSteps(toggleCheck(defense, check))) expect(before).toContain(step)
    }),
  )
})

test('toggling a check twice restores the checks in their order', () => {
  fc.assert(
    fc.property(anyDefense, anyCheck, (defense, check) => {
      expect(toggleCheck(toggleCheck(defense, check), check)).toEqual(defense)
    }),
  )
})

test('without checks, an image goes through every step from its entry on', () => {
  for (const entry of entries)
    expect(reachedSteps({ entry, inPlace: [] })).toEqual(
      imageSteps.slice(imageSteps.indexOf(entersAt[entry])),
    )
})

test('every way in is a state', () => {
  expect(new Set(figureStates.map(({ value }) => value.entry))).toEqual(new Set(entries))
})
