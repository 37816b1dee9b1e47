import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSavedResults, serializeSavedResults } from '#domain/quiz-link/saved-results-format.ts'
import { resultArbitrary } from './arbitraries.ts'

test('stored results round-trip', () => {
  fc.assert(
    fc.property(fc.array(resultArbitrary, { maxLength: 3 }), fc.nat(), (results, readAt) => {
      expect(parseSavedResults(serializeSavedResults({ readAt, results }))).toEqual({
        readAt,
        results,
        unreadable: 0,
      })
    }),
    { numRuns: 30 },
  )
})

test('any text gives a value or undefined', () => {
  const json = fc.json()
  const batch = fc.jsonValue().map((results) => JSON.stringify({ version: 1, readAt: 1, results }))
  fc.assert(
    fc.property(fc.oneof(fc.string(), json, batch), (text) => {
      const parsed = parseSavedResults(text)
      expect(parsed === undefined || Array.isArray(parsed.results)).toBe(true)
    }),
  )
  expect(parseSavedResults('['.repeat(100_000))).toBeUndefined()
})
