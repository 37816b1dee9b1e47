import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  contextOf,
  describeContext,
  figureStates,
  hasLine,
  ignoreLines,
  projectPaths,
  toggleLine,
} from '#domain/figures/build-context.ts'
import { formatSize } from '#domain/figures/format-size.ts'

const sentOf = (text: string) => contextOf(text).files.filter((file) => file.isSent)

test.each([
  ['nothing', 13, '31.9 MB'],
  ['names', 10, '2.1 MB'],
  ['everywhere', 6, '864 B'],
  ['exception', 7, '893 B'],
  ['allow', 3, '126 B'],
])('%s sends %i files, %s', (id, count, size) => {
  const text = figureStates.find((state) => state.id === id)?.value ?? ''
  expect(sentOf(text)).toHaveLength(count)
  expect(describeContext(text)).toContain(`gets ${count} of ${contextOf(text).files.length} files, ${size}.`)
})

test('each file has the line that decides whether it is sent', () => {
  const { files } = contextOf('# what stays\n.git\n\n**/.env*\n!api\n!**/.env.example')
  const lineOf = (path: string) => files.find((file) => file.path === path)?.rule?.line
  expect(projectPaths.map(lineOf)).toEqual([4, 2, 2, undefined, undefined, 4, 6, ...Array(6).fill(undefined)])
})

test('a list that the builder can’t read sends nothing, and says which line', () => {
  expect(sentOf('.git\nsrc/[')).toEqual([])
  expect(contextOf('.git\nsrc/[').files.filter((file) => file.rule)).toEqual([])
  expect(describeContext('.git\nsrc/[')).toBe('The builder can’t read line 2, `src/[`, and builds nothing.')
})

test('the description says what each line does, and omits lines that do nothing', () => {
  expect(describeContext('**/.env*\nnothing\n.git\n!**/.env.example')).toBe(
    '`COPY . .` gets 10 of 14 files, 10.5 MB. Line 1 keeps out `.env` and `api/.env`, line 3 `.git/HEAD` and `.git/objects/4b/825d`. Line 4 lets in `api/.env.example`.',
  )
})

test('toggling adds a line at the end, or removes it wherever it is', () => {
  expect(toggleLine('', '.git')).toBe('.git')
  expect(toggleLine('.git\n', '!src')).toBe('.git\n!src')
  expect(toggleLine('*\n.git\n!src', '.git')).toBe('*\n!src')
})

test('toggling a line twice leaves the others unchanged', () => {
  const line = fc.constantFrom(...ignoreLines)
  fc.assert(
    fc.property(fc.uniqueArray(line), line, (lines, other) => {
      const text = lines.filter((each) => each !== other).join('\n')
      const on = toggleLine(text, other)
      expect(hasLine(on, other)).toBe(true)
      expect(toggleLine(on, other)).toBe(text)
    }),
  )
})

test('for any typed list, every file is sent or has a line that excludes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'*?[]\\!/.#-^ \nabens'), maxLength: 40 }), (text) => {
      const { files, bytes, invalidLine } = contextOf(text)
      for (const { isSent, rule } of files) if (!isSent && !invalidLine) expect(rule?.isException).toBe(false)
      expect(bytes).toBe(sentOf(text).reduce((sum, file) => sum + file.bytes, 0))
      expect(describeContext(text)).not.toBe('')
    }),
  )
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1704, '1.7 kB'],
  [17_200, '17.2 kB'],
  [8_388_608, '8.39 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text)
})
