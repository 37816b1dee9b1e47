import { expect, test } from 'vitest'
import { filesInMemory } from '#scripts/content/content-files.ts'
import { readLessonBody } from '#scripts/content/lesson-body.ts'
import { quoteProblems } from '#scripts/content/quote-rules.ts'

const source =
  'services:\n  web:\n    image: web\n    read_only: true\n\n  db:\n    image: db\n    read_only: true\n'

function problemsOf(quoted: string, path = 'compose.yaml') {
  const fence = `\`\`\`yaml quote=${path}\n${quoted}\n\`\`\`\n`
  const { body } = readLessonBody('lesson.mdx', fence)
  return quoteProblems(filesInMemory({ 'compose.yaml': source }), 'lesson.mdx', body.fences)
}

test.each([
  ['the whole file', source.trimEnd()],
  ['a part of it', '  web:\n    image: web'],
  ['a part moved to the left', 'image: db\nread_only: true'],
  ['a part with an empty line', 'read_only: true\n\n'.concat('  db:').replace('  db:', '')],
])('%s is a quotation', (_name, quoted) => {
  expect(problemsOf(quoted.trimEnd())).toEqual([])
})

const expected = 'lines of compose.yaml, one after the other, as they are there'

test.each([
  ['a changed line', 'image: web\nread_only: false', 3, '“read_only: false”'],
  ['a line left out', 'web:\n  read_only: true', 3, '“  read_only: true”'],
  ['another indentation', 'web:\n image: web', 3, '“ image: web”'],
  ['text that is not there', 'image: cache', 2, '“image: cache”'],
])('%s is not a quotation', (_name, quoted, line, found) => {
  expect(problemsOf(quoted)).toEqual([{ file: 'lesson.mdx', line, expected, found }])
})

test('a file that does not exist cannot be quoted', () => {
  expect(problemsOf('image: web', 'other.yaml')).toEqual([
    { file: 'lesson.mdx', line: 1, expected: 'the file other.yaml', found: 'no such file' },
  ])
})
