import { expect, test } from 'vitest'
import { glossary, lesson, lineWith, problemsOf, quiz, withBrokenFiles } from './valid-content.ts'

test.each([
  ['neighbour', 'American spelling: color, neighbor'],
  ['recognised', 'American spelling: organize, recognize'],
  ['licence', 'American spelling: practice, license'],
  ['Whilst', 'American: learned, while'],
  ['currently', 'the version or day it was checked'],
  ['is to be patched', 'who does it: “patch the kernel”'],
  ['afterwards', 'American: afterward, email, standalone, startup, hostname'],
  ['switches it off', 'turn on, turn off'],
  ['beside', 'again, next to, for example, is stored'],
  ['0 %', 'no space before the sign: 70%'],
  ['6 May', 'the month first: May 6, 2026'],
  ['shuts down on May', 'words that stay true after the day: “its last day is May 6, 2026”'],
])('a text with “%s” is rejected', (found, expected) => {
  const files = withBrokenFiles({ file: lesson, from: '<Recap>', to: `One ${found} here.\n\n<Recap>` })
  const line = lineWith(files, lesson, `One ${found}`)
  expect(problemsOf(files)).toEqual([{ file: lesson, line, expected, found: `“${found}”` }])
})

test.each([
  { file: quiz, from: 'stem: What holds?', to: 'stem: Which colour?' },
  { file: glossary, from: 'means: A stack', to: 'means: A coloured stack' },
])('$file is checked, too', (change) => {
  expect(problemsOf(withBrokenFiles(change))[0]).toMatchObject({ file: change.file, found: '“colour”' })
})

test('code and addresses are not checked', () => {
  const to = 'Set `colour` on https://example.com/behaviour for “analysis”.\n\n<Recap>'
  expect(problemsOf(withBrokenFiles({ file: lesson, from: '<Recap>', to }))).toEqual([])
})
