import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, matchRanges } from '#domain/search/highlight.ts'

const marked = (text: string, terms: string[]) =>
  matchRanges(text, terms).map(({ start, end }) => text.slice(start, end))

test.each([
  ['Memory limits', ['memory'], ['Memory']],
  ['A --memory limit', ['memory'], ['memory']],
  ['A --memory limit', ['--memory', 'memory'], ['--memory']],
  ['memories of memory', ['memory'], ['memory']],
  ['a multi-stage build', ['multi', 'stage'], ['multi', 'stage']],
  ['nothing here', ['memory'], []],
])('in %j the terms %j highlight %j', (text, terms, expected) => {
  expect(marked(text, terms)).toEqual(expected)
})

test('ranges are in order, inside the text and never overlap', () => {
  const word = fc.constantFrom('--memory', 'memory.max', 'multi-stage', '/sys/fs', 'a', 'x:y')
  const text = fc.array(word).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, fc.array(word), (written, terms) => {
      let last = -1
      for (const { start, end } of matchRanges(written, terms)) {
        expect(start).toBeGreaterThan(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(written.length)
    }),
  )
})

test('a short text is its own excerpt', () => {
  expect(excerptOf('One memory limit.', ['memory'])).toEqual({
    text: 'One memory limit.',
    ranges: [{ start: 4, end: 10 }],
  })
})

test('an excerpt shows the part with the most terms, cut between words with ellipses', () => {
  const text = `memory ${'filler '.repeat(40)}a memory limit for pids ${'filler '.repeat(40)}`
  const excerpt = excerptOf(text, ['memory', 'limit', 'pids'], 60)
  expect(excerpt.text).toMatch(/^…filler .*a memory limit for pids.* filler…$/)
  expect(excerpt.ranges.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual([
    'memory',
    'limit',
    'pids',
  ])
})

test('an excerpt without a match starts at the beginning', () => {
  expect(excerptOf('word '.repeat(100), ['absent'], 30).text).toBe('word word word word word…')
})

test('an excerpt is never longer than the limit', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.array(fc.string(), { maxLength: 3 }), (text, terms) => {
      expect(excerptOf(text, terms, 80).text.length).toBeLessThanOrEqual(80)
    }),
  )
})
