import { expect, test } from 'vitest'
import { readLessonBody } from '#scripts/content/lesson-body.ts'

function problemsIn(text: string) {
  const { problems } = readLessonBody(
    'lesson.mdx',
    `<Predict question="What now?">\n\n${text}\n\n</Predict>\n`,
  )
  return problems.map(({ line, expected, found }) => ({ line, expected, found }))
}

const answer = '<Terminal id="two-layers" />\n\nBecause.'

test.each([
  ['two predictions and a recorded session', `- One\n- Two\n\n${answer}`],
  ['four predictions', `- One\n- Two\n- Three\n- Four\n\n${answer}`],
  ['no predictions', answer],
  ['a state of a figure', '<FigureState id="ghost-weight" state="chain" />\n\nBecause.'],
  ['both', `<Terminal id="two-layers" />\n\n<FigureState id="ghost-weight" state="chain" />\n\nBecause.`],
])('a question is accepted with %s', (_, text) => {
  expect(problemsIn(text)).toEqual([])
})

test.each([
  ['one prediction', `- One\n\n${answer}`, 3, 'two to four predictions, or none', '1'],
  ['five', `- 1\n- 2\n- 3\n- 4\n- 5\n\n${answer}`, 3, 'two to four predictions, or none', '5'],
  [
    'predictions after the answer',
    `${answer}\n\n- One\n- Two`,
    7,
    'the predictions of <Predict> first, then its answer',
    'a list further down',
  ],
  [
    'no answer',
    '- One\n- Two\n\nBecause.',
    1,
    'the answer of <Predict> as <Terminal id="…" /> or <FigureState id="…" state="…" />',
    'neither',
  ],
  [
    'no reason',
    '- One\n- Two\n\n<Terminal id="two-layers" />',
    1,
    'a sentence after the answer of <Predict> that says why',
    'none',
  ],
  [
    'output typed by hand',
    `${answer}\n\n\`\`\`text\nREPOSITORY\n\`\`\``,
    7,
    'only recorded output in <Predict>',
    'a code block',
  ],
])('a question with %s is reported at its line', (_, text, line, expected, found) => {
  expect(problemsIn(text)).toEqual([{ line, expected, found }])
})

test('a prediction without its question is rejected', () => {
  const { problems } = readLessonBody('lesson.mdx', `<Predict>\n\n${answer}\n\n</Predict>\n`)
  expect(problems).toMatchObject([{ expected: '<Predict question="…">' }])
})
