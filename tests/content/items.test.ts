import { expect, test } from 'vitest'
import { gradeItem } from '#domain/quiz/grading.ts'
import { compileContent } from '#scripts/content/compile.ts'
import { rightResponse } from '#tests/support/right-response.ts'

const items = compileContent(process.cwd()).documents.flatMap((document) => document.items)
const shorts = items.filter((item) => item.kind === 'short')

test('the answer an author wrote as right is graded as all right, in every item', () => {
  const missed = items.filter((item) => gradeItem(item, rightResponse(item))?.score !== 1)
  expect(missed.map((item) => item.id)).toEqual([])
})

test('every accepted form of a typed answer is all right', () => {
  const missed = shorts.flatMap((item) =>
    item.accept.filter((form) => gradeItem(item, form)?.score !== 1).map((form) => `${item.id}: ${form}`),
  )
  expect(missed).toEqual([])
})

test('every near miss is wrong and gets its own reason', () => {
  const missed = shorts.flatMap((item) =>
    item.near
      .filter(({ match, why }) => {
        const grade = gradeItem(item, match)
        return grade?.score !== 0 || !grade.remark?.includes(why)
      })
      .map(({ match }) => `${item.id}: ${match}`),
  )
  expect(missed).toEqual([])
})
