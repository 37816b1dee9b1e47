import { expect, test } from 'vitest'
import { isSolvedByRecording } from '#scripts/content/index.ts'
import { answer, type ExpectedProblem, lab, labOutput, problemsOf, validFiles } from './valid-content.ts'

const secondStep = / {2}- id: look[\s\S]*/.exec(validFiles[lab] ?? '')?.[0] ?? 'a second step'

const record = 'run npm run lab:record -- --labs weigh-it'

const rejections: ExpectedProblem[] = [
  {
    name: 'a solution that is not the recorded one',
    file: lab,
    from: 'solution: docker build -t a:1 /root',
    to: 'solution: docker build --tag a:1 /root',
    at: 'docker build --tag',
    expected: `what was recorded in ${labOutput}; ${record}`,
    found: '“docker build --tag a:1 /root”',
  },
  {
    name: 'a setup that is not the recorded one',
    file: lab,
    from: 'setUp: touch',
    to: 'setUp: touch -a',
    at: 'setUp:',
    expected: `what was recorded in ${labOutput}; ${record}`,
    found: 'another setUp',
  },
  {
    name: 'a recording with a command too many',
    file: labOutput,
    from: '      - run: docker history a:1 > /root/layers',
    to: '      - run: docker history\n        exit: 0\n        output: ""\n      - run: docker history a:1 > /root/layers',
    in: lab,
    at: 'solution: docker history',
    expected: `what was recorded in ${labOutput}; ${record}`,
    found: '“docker history a:1 > /root/layers”',
  },
  {
    name: 'a step without a solution',
    file: lab,
    from: '    solution: docker history a:1 > /root/layers\n',
    to: '',
    at: 'id: look',
    expected: 'the field steps.1.solution',
    found: 'nothing',
  },
  {
    name: 'a step without a check',
    file: lab,
    from: '    check:\n      run: test -s /root/layers\n',
    to: '',
    at: 'id: look',
    expected: 'the field steps.1.check',
    found: 'nothing',
  },
  {
    name: 'an unknown field of a step',
    file: lab,
    from: 'hint: A name',
    to: 'tip: A name',
    at: 'tip: A name',
    expected: 'only fields of the schema',
    found: 'the unknown field steps.0.tip',
  },
  {
    name: 'an unknown field of a check',
    file: lab,
    from: 'shows: ^[0-9]+$',
    to: 'prints: ^[0-9]+$',
    at: 'prints:',
    expected: 'only fields of the schema',
    found: 'the unknown field steps.0.check.prints',
  },
  {
    name: 'an invalid pattern',
    file: lab,
    from: 'shows: ^[0-9]+$',
    to: 'shows: ^[0-9+$',
    at: 'shows:',
    expected: 'steps.0.check.shows: a regular expression that JavaScript understands',
    found: '“^[0-9+$”',
  },
  {
    name: 'a pattern that every output matches at its end',
    file: lab,
    from: 'shows: ^[0-9]+$',
    to: 'shows: ^[0-9]*$',
    at: 'shows:',
    expected: 'steps.0.check.shows: a pattern that an empty line does not match',
    found: '“^[0-9]*$”',
  },
  {
    name: 'a check that shows nothing',
    file: lab,
    from: 'shows: ^[0-9]+$',
    to: 'shows: ""',
    at: 'shows:',
    expected: 'what the check must show',
    found: 'nothing',
  },
  {
    name: 'an exit code over 255',
    file: lab,
    from: 'shows: ^[0-9]+$',
    to: 'exit: 256',
    at: 'exit: 256',
    expected: 'steps.0.check.exit: at most 255',
    found: '256',
  },
  {
    name: 'a wrong answer without an example to replay',
    file: lab,
    from: '        example: docker build -q /root\n',
    to: '',
    at: 'run: docker images -q',
    expected: 'the field steps.0.wrong.0.example',
    found: 'nothing',
  },
  {
    name: 'a wrong answer without feedback',
    file: lab,
    from: 'says: The image has no name.',
    to: 'says: ""',
    at: 'says:',
    expected: 'steps.0.wrong.0.says: some text',
    found: '“”',
  },
  {
    name: 'feedback that also appears before an image exists',
    file: lab,
    from: '- run: docker images -q --filter dangling=true\n        when: .',
    to: "- run: docker image inspect -f '{{.RepoTags}}' a\n        when: a:latest",
    at: 'when:',
    expected: 'a pattern that “Error response from daemon: No such image: a:latest” does not match',
    found: '“a:latest”',
  },
  {
    name: 'feedback that also appears before a file exists',
    file: lab,
    from: '- run: docker images -q --filter dangling=true',
    to: '- run: cat /root/page',
    at: 'when:',
    expected: 'a pattern that “cat: /root/page: No such file or directory” does not match',
    found: '“.”',
  },
  {
    name: 'feedback that also appears before a container exists',
    file: lab,
    from: '- run: docker images -q --filter dangling=true\n        when: .',
    to: "- run: docker inspect -f '{{.Name}}' a\n        when: a$",
    at: 'when:',
    expected: 'a pattern that “Error: No such object: a” does not match',
    found: '“a$”',
  },
  {
    name: 'a lab of one step',
    file: lab,
    from: secondStep,
    to: '',
    at: 'steps:',
    expected: 'steps: at least two steps',
    found:
      '[{"id":"build","text":"Build the image `a:1` from `/root`. The [lesson](/images/layers) says why.","hint":"A name is …',
  },
  {
    name: 'a lab that takes an afternoon',
    file: lab,
    from: 'minutes: 5',
    to: 'minutes: 90',
    at: 'minutes: 90',
    expected: 'minutes: at most 15',
    found: '90',
  },
  {
    name: 'a file without an absolute path',
    file: lab,
    from: '[/root/Dockerfile]',
    to: '[Dockerfile]',
    at: 'files:',
    expected: 'files.0: a path from the root',
    found: '“Dockerfile”',
  },
  {
    name: 'a lab with the id of the sandbox',
    file: lab,
    from: 'id: weigh-it',
    to: 'id: sandbox',
    at: 'id: sandbox',
    expected: 'an id other than the sandbox’s',
    found: '“sandbox”',
  },
  {
    name: 'a relative link',
    file: lab,
    from: '(/images/layers)',
    to: '(../images/layers)',
    at: '(../images/layers)',
    expected: 'a link that starts with / or https://',
    found: '“../images/layers”',
  },
  {
    name: 'a lab that is not YAML',
    file: lab,
    from: 'files: [/root/Dockerfile]',
    to: 'files: [/root/Dockerfile',
    at: 'setUp:',
    expected: 'valid YAML',
    found: 'Flow sequence in block collection must be sufficiently indented and end with a ]',
  },
]

test.each(rejections)('the build rejects $name', (rejection) => {
  const { problems, wanted } = answer(rejection)
  expect(problems).toEqual(wanted)
})

test('a lab without a recording is rejected, and recording it resolves the problem', () => {
  const { [labOutput]: _, ...files } = validFiles
  const problems = problemsOf(files)
  expect(problems).toEqual([
    { file: labOutput, line: 1, expected: `a recording; ${record}`, found: 'no such file' },
  ])
  expect(problems.every(isSolvedByRecording)).toBe(true)
})

test.each([
  ['docker build -t a:1 .', true],
  ['docker compose up -d', true],
  ['docker compose -f /root/compose.yaml up -d', false],
  ['cd /root; docker compose up -d', false],
])('whether the solution “%s” works in one folder only: %s', (solution, isRefused) => {
  const withSolution = (file: string) =>
    validFiles[file]?.replace('docker build -t a:1 /root', solution) ?? ''
  const problems = problemsOf({
    ...validFiles,
    [lab]: withSolution(lab),
    [labOutput]: withSolution(labOutput),
  })
  const expected = 'a solution that goes to its folder first'
  expect(problems).toEqual(isRefused ? [{ file: lab, line: 11, expected, found: `“${solution}”` }] : [])
})
