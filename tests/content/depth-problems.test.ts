import { expect, test } from 'vitest'
import { answer, type ExpectedProblem, lesson, quiz } from './valid-content.ts'

const myth = '<Myth belief="Deleting a file makes the image smaller.">\n\nIt hides the file.\n\n</Myth>\n\n'
const lastRecap = '<Recap>\n\n- Layers only grow.\n\n</Recap>\n\n'
const lastCheck = '<Check items="images.layers.q-order" />\n\n'
const outside = (name: string) => ({
  expected: `<${name}> inside a <For>, at the end of the depth whose reader it is for`,
  found: 'one outside both depths',
})

const rejections: ExpectedProblem[] = [
  {
    name: 'a myth outside both depths',
    file: lesson,
    from: `${myth}${lastRecap}${lastCheck}</For>`,
    to: `${lastRecap}${lastCheck}</For>\n\n${myth}`,
    at: '<Myth',
    ...outside('Myth'),
  },
  {
    name: 'a recap outside both depths, in addition to the depth’s own',
    file: lesson,
    from: `${lastCheck}</For>`,
    to: `${lastCheck}</For>\n\n<Recap>All of it.</Recap>`,
    at: 'All of it',
    ...outside('Recap'),
  },
  {
    name: 'a quick check outside both depths, in addition to the depth’s own',
    file: lesson,
    from: `${lastCheck}</For>`,
    to: `${lastCheck}</For>\n\n<Check items="images.layers.q-tick" />`,
    at: '<Check items="images.layers.q-tick"',
    ...outside('Check'),
  },
  {
    name: 'a depth with two recaps',
    file: lesson,
    from: lastRecap,
    to: `${lastRecap}${lastRecap}`,
    at: '<For role="practitioner">',
    expected: 'one <Recap> in <For role="practitioner">, with what this depth has taught',
    found: '2',
  },
  {
    name: 'a depth without a quick check, although an item fits',
    file: lesson,
    from: '<Check items="images.layers.q-read" />',
    to: '',
    at: '<For role="beginner">',
    expected:
      'a <Check> in <For role="beginner"> with one or two of images.layers.q-read, images.layers.q-tick, images.layers.q-type',
    found: 'none',
  },
  {
    name: 'a beginner’s quick check with an item for practitioners',
    file: lesson,
    from: '<Check items="images.layers.q-read" />',
    to: '<Check items="images.layers.q-read images.layers.q-order" />',
    at: 'q-read images.layers.q-order',
    expected:
      'an item with beginner among its roles: images.layers.q-read, images.layers.q-tick, images.layers.q-type',
    found: 'images.layers.q-order, which is for practitioner',
  },
  {
    name: 'a beginner’s item whose home only practitioners read',
    file: quiz,
    from: 'home: a-stack-of-sheets',
    to: 'home: what-a-delete-leaves-behind',
    at: 'home: what-a-delete-leaves-behind',
    expected: 'a heading of the beginner depth (a-stack-of-sheets), or roles without beginner',
    found: 'what-a-delete-leaves-behind, which is for practitioner',
  },
]

test.each(rejections)('the build rejects $name', (rejection) => {
  const { problems, wanted } = answer(rejection)
  expect(problems).toEqual(wanted)
})
