import { expect, test } from 'vitest'
import { figureProblems } from '#scripts/content/figure-rules.ts'
import { readLessonBody } from '#scripts/content/lesson-body.ts'
import type { ContentPage } from '#scripts/content/read-content-page.ts'

function documentOf(text: string): ContentPage {
  const file = 'content/03-images/01-layering-and-cow/lesson.mdx'
  const { body, tree } = readLessonBody(file, text)
  if (!tree) throw new Error('the text does not parse')
  const empty = { file, value: undefined, lineOf: () => 1 }
  return {
    file,
    owner: 'images.x',
    objectives: [],
    address: '/',
    body,
    tree,
    items: [],
    front: empty,
    quiz: undefined,
    lab: undefined,
    recordingFiles: undefined,
  }
}

const figure = '<Figure id="ghost-weight" />'

test.each([
  ['a figure that is drawn', figure],
  ['a figure that opens in one of its states', '<Figure id="ghost-weight" state="delete" />'],
  ['marks below their figure', `${figure}\n\n<FigureState id="ghost-weight" state="chain" />`],
  ['a figure directly in a depth', `<For role="beginner">\n\n${figure}\n\n</For>`],
  ['a mark above it, in another depth', `<FigureState id="ghost-weight" state="chain" />\n\n${figure}`],
])('%s is accepted', (_, text) => {
  expect(figureProblems(documentOf(`Text.\n\n${text}\n`))).toEqual([])
})

test.each([
  ['an unknown figure', '<Figure id="ghost-wait" />', /^a figure: .*ghost-weight/, 'ghost-wait'],
  [
    'an unknown state of a figure',
    '<Figure id="ghost-weight" state="remove" />',
    'a state of ghost-weight: base, add, delete, chain',
    'remove',
  ],
  [
    'a mark of an unknown state',
    `<FigureState id="ghost-weight" state="remove" />\n\n${figure}`,
    'a state of ghost-weight: base, add, delete, chain',
    'remove',
  ],
  [
    'a mark without its figure',
    '<FigureState id="ghost-weight" state="chain" />',
    '<Figure id="ghost-weight" /> in the lesson of its states',
    'no figure',
  ],
  [
    'a mark of another figure',
    `<FigureState id="start-order" state="later" />\n\n${figure}`,
    '<Figure id="start-order" /> in the lesson of its states',
    'ghost-weight',
  ],
])('%s is reported at its line', (_, text, expected, found) => {
  const problems = figureProblems(documentOf(`Text.\n\n${text}\n`))
  expect(problems).toMatchObject([{ line: 3, found }])
  expect(problems[0]?.expected).toMatch(expected)
})

test('a second figure in a lesson is reported', () => {
  const text = `${figure}\n\n<Figure id="start-order" />\n`
  expect(figureProblems(documentOf(text))).toEqual([
    {
      file: 'content/03-images/01-layering-and-cow/lesson.mdx',
      line: 3,
      expected: 'one figure in a lesson, since the stage holds one; <FigureState> shows it again',
      found: 'another one, start-order',
    },
  ])
})

test.each([
  ['a note', `<Note title="More">\n\n${figure}\n\n</Note>`, 'in <Note>'],
  ['a list', `- ${figure}`, 'in listItem'],
])('a figure in %s is reported, since it could not be beside the text of another depth', (_, text, found) => {
  const problems = figureProblems(documentOf(`<For role="beginner">\n\n${text}\n\n</For>\n`))
  expect(problems).toMatchObject([{ found }])
  expect(problems[0]?.expected).toContain('directly in a depth')
})

test('the vocabulary rejects a figure without an id', () => {
  const { problems } = readLessonBody('lesson.mdx', 'Text.\n\n<Figure />\n')
  expect(problems).toMatchObject([{ line: 3, expected: '<Figure id="…">' }])
})
