import { expect, test } from 'vitest'
import {
  answer,
  type ExpectedProblem,
  lesson,
  problemsOf,
  recorded,
  sessions,
  validFiles,
} from './valid-content.ts'

const record = 'run npm run lab:record -- images.layers'

const rejections: ExpectedProblem[] = [
  {
    name: 'an explained command that no recording runs',
    file: lesson,
    from: '<Recap>',
    to: '<CommandParts caption="Parts">\n\n- `docker` The client.\n- `pull` Fetch.\n\n</CommandParts>\n\n<Recap>',
    at: '<CommandParts',
    expected: 'parts of a command that a session of this page runs',
    found: 'docker pull',
  },
  {
    name: 'an explained command whose parts are not code',
    file: lesson,
    from: '<Recap>',
    to: '<CommandParts caption="Parts">\n\n- The client.\n\n</CommandParts>\n\n<Recap>',
    at: '<CommandParts',
    expected: 'a list in <CommandParts> whose items begin with `code`',
    found: 'no command',
  },
  {
    name: 'a terminal without an existing recording script',
    file: lesson,
    from: '<Recap>',
    to: '<Terminal id="three-layers" />\n\n<Recap>',
    at: 'three-layers',
    expected: `a session of ${sessions}: two-layers`,
    found: 'three-layers',
  },
  {
    name: 'a recording that is shown twice',
    file: lesson,
    from: '<Terminal id="two-layers" />',
    to: '<Terminal id="two-layers" />\n\n<Terminal id="two-layers"/>',
    at: '"two-layers"/>',
    expected: 'each session at most once in a lesson',
    found: 'two-layers again',
  },
  {
    name: 'a recording script that no lesson shows',
    file: lesson,
    from: '<Terminal id="two-layers" />',
    to: '',
    in: sessions,
    at: 'id: two-layers',
    expected: `<Terminal id="two-layers" /> in ${lesson}, or a trace item about it`,
    found: 'neither',
  },
  {
    name: 'a session without a recording',
    file: recorded,
    from: validFiles[recorded] ?? '',
    to: '[]',
    in: sessions,
    at: 'id: two-layers',
    expected: `two-layers in ${recorded}; ${record}`,
    found: 'no recording of it',
  },
  {
    name: 'a command that is not the recorded one',
    file: sessions,
    from: '- docker run page false',
    to: '- docker run page true',
    at: 'docker run page true',
    expected: `what was recorded as two-layers; ${record}`,
    found: '“docker run page true”',
  },
  {
    name: 'a list whose order differs from run to run',
    file: sessions,
    from: '- docker run page false',
    to: '- docker diff page',
    at: 'docker diff page',
    expected: '`docker diff … | sort -k 2`, because Docker lists the paths in no particular order',
    found: 'the output as it comes',
  },
  {
    name: 'a command that was not recorded',
    file: sessions,
    from: '- docker run page false',
    to: '- docker run page false\n    - docker ps',
    at: 'docker ps',
    expected: `what was recorded as two-layers; ${record}`,
    found: '“docker ps”',
  },
  {
    name: 'a command removed since the recording',
    file: sessions,
    from: '    - docker run page false\n',
    to: '',
    at: 'commands:',
    expected: `what was recorded as two-layers; ${record}`,
    found: 'fewer commands',
  },
  {
    name: 'a setup that is not the recorded one',
    file: sessions,
    from: 'web:1.0',
    to: 'web:2.0',
    at: 'setUp:',
    expected: `what was recorded as two-layers; ${record}`,
    found: 'another setUp',
  },
  {
    name: 'a shortened output that omits nothing',
    file: sessions,
    from: 'lines: 2',
    to: 'lines: 3',
    at: 'lines: 3',
    expected: 'fewer lines than its output has',
    found: '0 lines left out',
  },
  {
    name: 'a recording whose script was removed',
    file: recorded,
    from: '- session: two-layers',
    to: '- session: old\n  engine: 28.5.2\n  client: 28.5.2\n  seen: 2026-11-25\n  commands: []\n- session: two-layers',
    at: 'session: old',
    expected: `recordings of sessions in ${sessions}; ${record}`,
    found: 'old',
  },
  {
    name: 'an invalid recording',
    file: recorded,
    from: 'exit: 1',
    to: 'exit: one',
    at: 'exit: one',
    expected: '0.commands.1.exit: number',
    found: '“one”',
  },
]

test.each(rejections)('the build rejects $name', (rejection) => {
  const { problems, wanted } = answer(rejection)
  expect(problems).toContainEqual(wanted[0])
})

test('recordings without a sessions.yaml are rejected', () => {
  const files = { ...validFiles }
  delete files[sessions]
  expect(problemsOf(files)).toContainEqual({
    file: recorded,
    line: 1,
    expected: `the file ${sessions}, whose sessions these are`,
    found: 'no such file',
  })
})

test('a terminal in a lesson without sessions.yaml is rejected with the name of the missing file', () => {
  const files = { ...validFiles }
  delete files[sessions]
  delete files[recorded]
  expect(problemsOf(files)).toMatchObject([
    { file: lesson, expected: `a session of ${sessions}: there is none`, found: 'two-layers' },
  ])
})
