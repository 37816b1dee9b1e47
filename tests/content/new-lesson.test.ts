import { expect, test } from 'vitest'
import { filesInMemory } from '#scripts/content/content-tree.ts'
import { newLesson } from '#scripts/content/new-lesson.ts'
import { problemsOf, validFiles } from './valid-content.ts'

const wanted = { area: 'images', number: '02', slug: 'my-topic', title: 'My: "Topic"' }
const folder = 'content/01-images/02-my-topic'

test('a new lesson has only the problems that its author must fix', () => {
  const result = newLesson(filesInMemory(validFiles), wanted)
  if (result.kind !== 'files') throw new Error(result.why)
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
  [{ ...wanted, area: 'pictures' }, 'content/ has no area pictures'],
  [{ ...wanted, number: '2' }, 'the number has two digits, such as 04; got 2'],
  [{ ...wanted, slug: 'My Topic' }, 'the name is lower-case words joined by hyphens; got My Topic'],
  [{ ...wanted, slug: '../../etc' }, 'the name is lower-case words joined by hyphens; got ../../etc'],
  [{ ...wanted, number: '01' }, 'content/01-images/01-layers has this number or this name'],
  [{ ...wanted, slug: 'layers' }, 'content/01-images/01-layers has this number or this name'],
])('a lesson that cannot be is refused: %j', (asked, why) => {
  expect(newLesson(filesInMemory(validFiles), asked)).toEqual({ kind: 'refused', why })
})
