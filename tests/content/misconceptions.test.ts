import { expect, test } from 'vitest'
import { compileContent } from '#scripts/content/compile.ts'
import { filesInMemory } from '#scripts/content/content-files.ts'
import { answer, type ExpectedProblem, quiz, today, validFiles } from './valid-content.ts'

const misconceptions = 'content/misconceptions.yaml'

const rejections: ExpectedProblem[] = [
  {
    name: 'a misconception that no option names',
    file: misconceptions,
    from: '- id: it-is-said\n  belief: What is said holds.\n',
    to: '- id: it-is-said\n  belief: What is said holds.\n- id: it-is-written\n  belief: What is written holds.\n',
    at: 'it-is-written',
    expected: 'an option of a quiz that names it-is-written',
    found: 'none',
  },
  {
    name: 'a misconception that the list does not have',
    file: quiz,
    from: 'misconception: it-is-said }',
    to: 'misconception: heard-somewhere }',
    at: 'heard-somewhere',
    expected: `an id of ${misconceptions}`,
    found: 'heard-somewhere',
  },
]

test.each(rejections)('the build rejects $name', (rejection) => {
  const { problems, wanted } = answer(rejection)
  expect(problems).toEqual(expect.arrayContaining(wanted))
})

test('the same misconception may not be listed twice', () => {
  const text = `${validFiles[misconceptions]}- id: another\n  belief: What is said holds.\n`
  const { problems } = compileContent(filesInMemory({ ...validFiles, [misconceptions]: text }), today)
  expect(problems).toContainEqual({
    file: misconceptions,
    line: 3,
    expected: 'each misconception once',
    found: 'another',
  })
})

test('pages get the misconception’s text instead of its id', () => {
  const { pages } = compileContent(filesInMemory(validFiles), today)
  const options = pages.flatMap(({ items }) => items).find(({ kind }) => kind === 'single')
  expect(options).toMatchObject({ options: [{ id: 'a', misconception: 'What is said holds.' }, {}, {}] })
})
