import { expect, test } from 'vitest'
import { fenceLanguages } from '#scripts/content/fences/languages.ts'
import {
  answer,
  type ExpectedProblem,
  lineWith,
  problemsOf,
  quiz,
  validFiles,
  withBrokenFiles,
} from './valid-content.ts'

const rejections: ExpectedProblem[] = [
  {
    name: 'an option without an explanation',
    file: quiz,
    from: 'text: "This one, it is said", why: It is not., misconception: it-is-said }',
    to: 'text: "This one, it is said" }',
    at: 'it is said',
    expected: 'the field 0.options.0.why',
    found: 'nothing',
  },
  {
    name: 'an unknown kind of item',
    file: quiz,
    from: 'kind: order',
    to: 'kind: riddle',
    at: 'kind: riddle',
    expected: '3.kind: ("single" | "multi" | "short" | "order" | "line" | "match" | "trace")',
    found: '“riddle”',
  },
  {
    name: 'an unknown field of an item',
    file: quiz,
    from: '  stem: What holds?',
    to: '  stem: What holds?\n  hint: None',
    at: 'hint: None',
    expected: 'only fields of the schema',
    found: 'the unknown field 0.hint',
  },
  {
    name: 'an item id outside its lesson',
    file: quiz,
    from: 'id: images.layers.q-tick',
    to: 'id: images.lairs.q-tick',
    at: 'images.lairs.q-tick',
    expected: 'an id that starts with images.layers.',
    found: '“images.lairs.q-tick”',
  },
  {
    name: 'an item whose home is not a heading of its lesson',
    file: quiz,
    from: 'home: a-stack-of-sheets',
    to: 'home: nowhere',
    at: 'home: nowhere',
    expected: 'a heading of the lesson: a-stack-of-sheets, what-a-delete-leaves-behind',
    found: '“nowhere”',
  },
  {
    name: 'an option that says all of the above',
    file: quiz,
    from: 'text: That one,',
    to: 'text: All of the above,',
    at: 'id: images.layers.q-read',
    expected: 'images.layers.q-read: options that make sense on their own',
    found: '“All of the above”',
  },
  {
    name: 'a single item with two right options',
    file: quiz,
    from: 'text: "This one, it is said", why',
    to: 'text: "This one, it is said", right: true, why',
    at: 'id: images.layers.q-read',
    expected: 'images.layers.q-read: exactly one right option',
    found: '2',
  },
  {
    name: 'a multi item with nothing right',
    file: quiz,
    from: 'text: This one, right: true, why: It is. }\n    - { id: b, text: That one, right: false, why: It is not. }\n    - { id: c, text: A third one, right: true',
    to: 'text: This one, right: false, why: It is. }\n    - { id: b, text: That one, right: false, why: It is not. }\n    - { id: c, text: A third one, right: false',
    at: 'id: images.layers.q-tick',
    expected: 'images.layers.q-tick: at least one right option',
    found: 'none',
  },
  {
    name: 'two parts of an item with the same id',
    file: quiz,
    from: '{ id: b, text: That one, right: true',
    to: '{ id: a, text: That one, right: true',
    at: 'id: images.layers.q-read',
    expected: 'images.layers.q-read: each part to have its own id',
    found: 'a twice',
  },
  {
    name: 'a code sample in a language without syntax highlighting',
    file: quiz,
    from: '  stem: What holds?',
    to: '  stem: What holds?\n  code: { language: cobol, text: STOP RUN }',
    at: 'id: images.layers.q-read',
    expected: `images.layers.q-read: code.language: one of ${fenceLanguages.join(', ')}`,
    found: '“cobol”',
  },
]

test.each(rejections)('the build rejects $name', (rejection) => {
  const { problems, wanted } = answer(rejection)
  expect(problems).toEqual(wanted)
})

test('an item for an objective that its lesson does not have is rejected', () => {
  const from = '  kind: single\n  objective: images.layers.read'
  const files = withBrokenFiles({ file: quiz, from, to: from.replace('read', 'fly') })
  expect(problemsOf(files)).toContainEqual({
    file: quiz,
    line: lineWith(files, quiz, 'images.layers.fly'),
    expected: 'an objective of images.layers',
    found: '“images.layers.fly”',
  })
})

test('an objective with only one item is rejected', () => {
  const change = {
    file: quiz,
    from: '  kind: order\n  objective: images.layers.shrink',
    to: '  kind: order\n  objective: images.layers.read',
  }
  const expected = 'at least two items for the objective images.layers.shrink'
  expect(problemsOf(withBrokenFiles(change))).toEqual([{ file: quiz, line: 1, expected, found: '1' }])
})

test('a quiz with only two items for beginners is rejected', () => {
  const change = {
    file: quiz,
    from: '  kind: short\n  objective: images.layers.shrink\n  roles: [beginner]',
    to: '  kind: short\n  objective: images.layers.shrink\n  roles: [practitioner]',
  }
  const expected = 'at least three items for beginners'
  expect(problemsOf(withBrokenFiles(change))).toContainEqual({ file: quiz, line: 1, expected, found: '2' })
})

test('a quiz of fewer than four items is rejected', () => {
  const text = validFiles[quiz] ?? ''
  const files = { ...validFiles, [quiz]: text.slice(0, text.indexOf('- id: images.layers.q-order')) }
  const [first] = problemsOf(files)
  expect(first).toMatchObject({ file: quiz, line: 1, expected: 'the document: at least four items' })
})
