import { expect, test } from 'vitest'
import {
  answer,
  area,
  type ExpectedProblem,
  glossary,
  lesson,
  problemsOf,
  validFiles,
} from './valid-content.ts'

test('the valid course has no problems', () => {
  expect(problemsOf(validFiles)).toEqual([])
})

const note = 'An image is a stack of read-only layers; what gets into one stays in it.'

const rejections: ExpectedProblem[] = [
  {
    name: 'a missing field',
    file: lesson,
    from: 'tags: [layers, size]\n',
    to: '',
    at: 'id: images.layers',
    expected: 'the field tags',
    found: 'nothing',
  },
  {
    name: 'a field left empty',
    file: lesson,
    from: note,
    to: '',
    at: 'note:',
    expected: 'the field note',
    found: 'nothing',
  },
  {
    name: 'an unknown field',
    file: lesson,
    from: 'tags: [layers',
    to: 'tag: [x]\ntags: [layers',
    at: 'tag: [x]',
    expected: 'only fields of the schema',
    found: 'the unknown field tag',
  },
  {
    name: 'an unknown field inside another',
    file: lesson,
    from: '  cost:',
    to: '  price: 1\n  cost:',
    at: 'price: 1',
    expected: 'only fields of the schema',
    found: 'the unknown field manager.price',
  },
  {
    name: 'a short note over 180 characters',
    file: lesson,
    from: note,
    to: note.padEnd(181, '!'),
    at: 'note: An image',
    expected: 'note: a short note of at most 180 characters',
    found: `“${note.padEnd(181, '!').slice(0, 116)}…`,
  },
  {
    name: 'too few entries',
    file: lesson,
    from: 'whenNot: [A single machine builds and runs]',
    to: 'whenNot: []',
    at: 'whenNot: []',
    expected: 'manager.whenNot: at least 1',
    found: '[]',
  },
  {
    name: 'an invalid date',
    file: lesson,
    from: 'checked: 2026-11-23',
    to: 'checked: yesterday',
    at: 'checked: yesterday',
    expected: 'sources.0.checked: a day as YYYY-MM-DD',
    found: '“yesterday”',
  },
  {
    name: 'front matter that is not YAML',
    file: lesson,
    from: 'tags: [layers, size]',
    to: 'tags: [layers, size',
    at: 'needs: []',
    expected: 'valid YAML',
    found: 'Flow sequence in block collection must be sufficiently indented and end with a ]',
  },
  {
    name: 'a text without front matter',
    file: 'content/start/01-basics/primer.mdx',
    from: '---\nid:',
    to: 'id:',
    at: 'id:',
    expected: 'front matter between two lines of ---',
    found: 'none',
  },
  {
    name: 'an unknown field of an area',
    file: area,
    from: 'promise:',
    to: 'colour: red\npromise:',
    at: 'colour: red',
    expected: 'only fields of the schema',
    found: 'the unknown field colour',
  },
  {
    name: 'a lesson id outside its area',
    file: area,
    from: 'id: images',
    to: 'id: pictures',
    in: lesson,
    at: 'id: images.layers',
    expected: 'an id that starts with pictures.',
    found: 'images.layers',
  },
  {
    name: 'a prerequisite that does not exist',
    file: lesson,
    from: 'needs: []',
    to: 'needs: [images.nothing]',
    at: 'needs:',
    expected: 'needs: the id of a lesson',
    found: 'images.nothing',
  },
  {
    name: 'a lesson that is its own prerequisite',
    file: lesson,
    from: 'needs: []',
    to: 'needs: [images.layers]',
    at: 'needs:',
    expected: 'needs: another lesson',
    found: 'images.layers',
  },
  {
    name: 'a term of an area that the glossary does not have',
    file: area,
    from: 'words: [layer',
    to: 'words: [lair',
    at: 'words:',
    expected: 'words: the id of a term in content/glossary.yaml',
    found: 'lair',
  },
  {
    name: 'a term that links to a lesson that does not exist',
    file: glossary,
    from: 'lesson: images.layers',
    to: 'lesson: images.lairs',
    at: 'lesson: images.lairs',
    expected: 'layer: the id of a lesson',
    found: 'images.lairs',
  },
]

test.each(rejections)('the build rejects $name', (rejection) => {
  const { problems, wanted } = answer(rejection)
  expect(problems).toEqual(wanted)
})

test('a folder without its files is rejected, once for each file', () => {
  const files = { ...validFiles, 'content/01-images/02-empty/note.txt': '' }
  expect(problemsOf(files)).toEqual([
    {
      file: 'content/01-images/02-empty/lesson.mdx',
      line: 1,
      expected: 'the file content/01-images/02-empty/lesson.mdx',
      found: 'no such file',
    },
  ])
})
