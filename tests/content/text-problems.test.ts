import { expect, test } from 'vitest'
import { allowedComponents } from '#scripts/content/allowed-components.ts'
import { answer, type ExpectedProblem, lesson, validFiles } from './valid-content.ts'

const before = '<Myth'
const inText = (written: string) => ({
  file: lesson,
  from: before,
  to: `${written}\n\n${before}`,
  at: written,
})

const lastLines = '<Check items="images.layers.q-order" />\n\n</For>\n'
const [practitionerProse = ''] = /(?<=leaves behind\n\n)[^`]+/.exec(validFiles[lesson] ?? '') ?? []

const rejections: ExpectedProblem[] = [
  {
    name: 'an unknown component',
    ...inText('<Video src="x" />'),
    expected: `one of ${Object.keys(allowedComponents).join(', ')}`,
    found: 'the component <Video>',
  },
  {
    name: 'an unknown attribute',
    ...inText('<Pitfall title="A" tint="red">Text</Pitfall>'),
    expected: 'attributes of <Pitfall>: title',
    found: 'tint',
  },
  {
    name: 'a missing attribute',
    ...inText('<Pitfall>Text</Pitfall>'),
    expected: '<Pitfall title="…">',
    found: 'nothing',
  },
  {
    name: 'an expression as an attribute',
    ...inText('<Pitfall title={1}>Text</Pitfall>'),
    expected: 'attributes of <Pitfall> as plain text',
    found: 'an expression',
  },
  {
    name: 'an unknown depth',
    ...inText('<For role="manager">Text</For>'),
    expected: '<For role="beginner"> or <For role="practitioner"> (the manager’s depth is front matter)',
    found: '“manager”',
  },
  {
    name: 'an import',
    ...inText("import a from 'b'"),
    expected: 'text and components only',
    found: "JavaScript: “import a from 'b'”",
  },
  {
    name: 'an export',
    ...inText('export const a = 1'),
    expected: 'text and components only',
    found: 'JavaScript: “export const a = 1”',
  },
  {
    name: 'an expression in a sentence',
    ...inText('The answer is {6 * 7}.'),
    expected: 'no expressions in braces; write \\{ for a brace',
    found: '“{6 * 7}”',
  },
  {
    name: 'an expression on a line of its own',
    ...inText('{6 * 7}'),
    expected: 'no expressions in braces; write \\{ for a brace',
    found: '“{6 * 7}”',
  },
  {
    name: 'a component that is not closed',
    file: lesson,
    from: lastLines,
    to: `${lastLines}\n<Pitfall title="A">\n`,
    at: '<Pitfall title="A">',
    expected: 'valid MDX',
    found: 'Expected a closing tag for `<Pitfall>` (133:1-133:20)',
  },
  {
    name: 'an image',
    ...inText('![A stack](stack.png)'),
    expected: 'a figure: <Figure id="…" />',
    found: 'the image “A stack”',
  },
  {
    name: 'a heading of level 1',
    ...inText('# Layers'),
    expected: 'a heading of level 2 or 3; level 1 is the title',
    found: 'level 1',
  },
  {
    name: 'a duplicate heading',
    ...inText('### a stack of *sheets*'),
    expected: 'a unique heading; line 31 has the same one',
    found: 'a stack of sheets',
  },
  {
    name: 'a note with a duplicate title',
    ...inText('<Note title="whiteouts">Text</Note>'),
    expected: 'a unique note title; line 103 has the same one',
    found: 'whiteouts',
  },
  {
    name: 'a quick check of an item of another lesson',
    file: lesson,
    from: 'items="images.layers.q-read"',
    to: 'items="images.layers.q-read start.basics.q-shell"',
    at: '<Check',
    expected:
      'an item of this lesson: images.layers.q-read, images.layers.q-tick, images.layers.q-type, images.layers.q-order',
    found: 'start.basics.q-shell',
  },
  {
    name: 'a lesson with too little for a depth',
    file: lesson,
    from: practitionerProse,
    to: '',
    at: '---',
    expected: 'at least 250 words for a practitioner',
    found: '26',
  },
  {
    name: 'a lesson without a recap',
    file: lesson,
    from: '<Recap>\n\n- Layers only grow.\n\n</Recap>',
    to: '',
    at: '<For role="practitioner">',
    expected: 'one <Recap> in <For role="practitioner">, with what this depth has taught',
    found: '0',
  },
  {
    name: 'a link to a page that does not exist',
    ...inText('[text](/images/lairs)'),
    expected: 'the address of a page, such as /internals/cgroups',
    found: '“/images/lairs”',
  },
  {
    name: 'a link that names the topic in the wrong area',
    ...inText('[text](/pictures/layers)'),
    expected: 'the address of a page; /images/layers is one',
    found: '“/pictures/layers”',
  },
  {
    name: 'a link to a heading that this lesson does not have',
    ...inText('[text](#nowhere)'),
    expected:
      'a heading or note of /images/layers: a-stack-of-sheets, what-a-delete-leaves-behind, note-whiteouts, note-shared-layers',
    found: '“#nowhere”',
  },
  {
    name: 'a link to a heading that another page does not have',
    ...inText('[text](/start/basics#nowhere)'),
    expected: 'a heading or note of /start/basics: the-shell',
    found: '“/start/basics#nowhere”',
  },
  {
    name: 'a link by reference that leads nowhere',
    ...inText('[text]: /nowhere'),
    expected: 'the address of a page, such as /internals/cgroups',
    found: '“/nowhere”',
  },
  {
    name: 'a link to a term that the glossary does not have',
    ...inText('[text](/glossary#lair)'),
    expected: 'a term of content/glossary.yaml',
    found: '“/glossary#lair”',
  },
  {
    name: 'an anchor on a page that has none',
    ...inText('[text](/settings#theme)'),
    expected: '/settings without an anchor; only lessons and the glossary have some',
    found: '“/settings#theme”',
  },
  {
    name: 'a link that is not encrypted',
    ...inText('[text](http://docs.docker.com/)'),
    expected: 'an address that starts with https://',
    found: '“http://docs.docker.com/”',
  },
  {
    name: 'a link that runs a script',
    ...inText('[text](javascript:alert(1))'),
    expected: 'an address that starts with https://',
    found: '“javascript:alert(1)”',
  },
]

test.each(rejections)('the build rejects $name', (rejection) => {
  const { problems, wanted } = answer(rejection)
  expect(problems).toEqual(wanted)
})
