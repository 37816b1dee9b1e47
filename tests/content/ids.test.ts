import { expect, test } from 'vitest'
import { compileContent } from '#scripts/content/compile.ts'
import { filesInMemory } from '#scripts/content/content-files.ts'
import { shippedIdsFile, shippedIdsText } from '#scripts/content/shipped-ids.ts'
import {
  glossary,
  lab,
  lesson,
  lineWith,
  problemsOf,
  quiz,
  today,
  validFiles,
  withBrokenFiles,
} from './valid-content.ts'

const { ids } = compileContent(filesInMemory(validFiles), today)
const shipped = shippedIdsText(ids, undefined)

test('every area, lesson, primer, objective, item, lab, step and term has a permanent id', () => {
  const counts = Object.groupBy(ids, ({ kind }) => kind)
  const sizes = Object.entries(counts).map(([kind, list]) => [kind, list?.length])
  expect(Object.fromEntries(sizes)).toEqual({
    area: 1,
    lesson: 2,
    objective: 4,
    item: 8,
    lab: 1,
    step: 2,
    term: 4,
  })
})

const twice = [
  { what: 'item images.layers.q-type', file: quiz, from: 'id: images.layers.q-order', first: 'q-type' },
  {
    what: 'objective images.layers.read',
    file: lesson,
    from: 'id: images.layers.shrink',
    first: 'layers.read',
  },
  { what: 'step weigh-it.build', file: lab, from: 'id: look', first: 'id: build' },
  { what: 'term layer', file: glossary, from: 'id: image\n', first: 'id: layer' },
]

test.each(twice)(
  '$what is rejected where it is repeated, with the first location',
  ({ what, file, from, first }) => {
    // In its file, a step's id has no prefix with the lab's id.
    const id = what.replace(/^\w+ (weigh-it\.)?/, '')
    const line = lineWith(validFiles, file, from.trim())
    const end = from.endsWith('\n') ? '\n' : ''
    expect(problemsOf(withBrokenFiles({ file, from, to: `id: ${id}${end}` }))).toContainEqual({
      file,
      line,
      expected: `an id that is used once; ${file}:${lineWith(validFiles, file, first)} has it`,
      found: what,
    })
  },
)

test('without a list of permanent ids, none is reported as missing', () => {
  expect(problemsOf(validFiles)).toEqual([])
})

test('an unchanged list of permanent ids has no problems', () => {
  expect(shipped).toContain('\nitem images.layers.q-read rev 1\n')
  expect(problemsOf({ ...validFiles, [shippedIdsFile]: shipped })).toEqual([])
})

test('a removed permanent id is rejected', () => {
  const files = { ...validFiles, [shippedIdsFile]: `item images.layers.q-gone rev 1\n${shipped}` }
  const expected =
    'item images.layers.q-gone in the content: ids are permanent; put it back, or list it under # retired if it was withdrawn'
  expect(problemsOf(files)).toEqual([{ file: shippedIdsFile, line: 1, expected, found: 'nothing' }])
})

test('a retired id that is used again is rejected where it is used', () => {
  const tick = 'item images.layers.q-tick rev 1\n'
  const files = { ...validFiles, [shippedIdsFile]: `${shipped.replace(tick, '')}${tick}` }
  const line = lineWith(validFiles, quiz, 'images.layers.q-tick')
  const expected = 'an id that was never retired; ids are permanent'
  expect(problemsOf(files)).toEqual([{ file: quiz, line, expected, found: 'item images.layers.q-tick' }])
})

test('an item whose revision is lower than the released one is rejected', () => {
  const text = shipped.replace('q-tick rev 1', 'q-tick rev 3')
  const line = lineWith(validFiles, quiz, 'images.layers.q-tick')
  expect(problemsOf({ ...validFiles, [shippedIdsFile]: text })).toEqual([
    { file: quiz, line, expected: 'rev 3 or more, as shipped', found: 'rev 1' },
  ])
})

test('recording ids again keeps removed and retired ones, so that both are still reported', () => {
  const before = `item images.layers.q-gone rev 2\n${shipped}lesson images.old\n`
  const after = shippedIdsText(ids, before)
  expect(after).toContain('\nitem images.layers.q-gone rev 2\n')
  expect(after.split('\n# retired\n')[1]).toContain('lesson images.old')
  expect(shippedIdsText(ids, after)).toBe(after)
})
