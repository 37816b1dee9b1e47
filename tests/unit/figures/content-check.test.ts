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
    sessions: undefined,
  }
}

test('a figure that is drawn is accepted', () => {
  expect(figureProblems(documentOf('Text.\n\n<Figure id="ghost-weight" />\n'))).toEqual([])
})

test('an unknown figure is reported at its line', () => {
  const [problem] = figureProblems(documentOf('Text.\n\n<Figure id="ghost-wait" />\n'))
  expect(problem).toMatchObject({ line: 3, found: 'ghost-wait' })
  expect(problem?.expected).toContain('ghost-weight')
})

test('a figure without an id is refused by the vocabulary', () => {
  const { problems } = readLessonBody('lesson.mdx', 'Text.\n\n<Figure />\n')
  expect(problems).toMatchObject([{ line: 3, expected: '<Figure id="…">' }])
})
