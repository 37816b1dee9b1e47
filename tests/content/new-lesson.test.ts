import { expect, test } from 'vitest'
import { filesInMemory } from '#scripts/content/content-files.ts'
import { createLessonFiles } from '#scripts/content/lesson-template.ts'
import { problemsOf, validFiles } from './valid-content.ts'

const wanted = { area: 'images', number: '02', slug: 'my-topic', title: 'My: "Topic"' }
const folder = 'content/01-images/02-my-topic'

test('a new lesson has only the problems that its author must fix', () => {
  const result = createLessonFiles(filesInMemory(validFiles), wanted)
  if (result.kind !== 'files') throw new Error(result.reason)
  expect(Object.keys(result.files)).toEqual([`${folder}/lesson.mdx`, `${folder}/quiz.yaml`])
  const problems = problemsOf({ ...validFiles, ...result.files })
  expect(problems.length).toBeGreaterThan(0)
  for (const { file, line, expected, found } of problems) {
    expect(file.startsWith(folder)).toBe(true)
    expect(expected).toMatch(/^the field |: at least \d$/)
    expect(found).toMatch(/^nothing$|^\[\]$/)
    const text = result.files[file]?.split('\n')[line - 1]
    expect(text).toMatch(/: *(\[\])?$/)
  }
})

test.each([
  [{ ...wanted, area: 'pictures' }, 'the area must be one of images; got pictures'],
  [{ ...wanted, number: '2' }, 'the number must have two digits, such as 04; got 2'],
  [{ ...wanted, slug: 'My Topic' }, 'the name must be lowercase words joined by hyphens; got My Topic'],
  [{ ...wanted, slug: '../../etc' }, 'the name must be lowercase words joined by hyphens; got ../../etc'],
  [
    { ...wanted, number: '01' },
    'content/01-images/01-layers already has this number or name; choose another',
  ],
  [
    { ...wanted, slug: 'layers' },
    'content/01-images/01-layers already has this number or name; choose another',
  ],
])('an invalid request is rejected: %j', (request, reason) => {
  expect(createLessonFiles(filesInMemory(validFiles), request)).toEqual({ kind: 'rejected', reason })
})
