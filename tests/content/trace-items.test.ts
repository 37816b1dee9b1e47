import { expect, test } from 'vitest'
import { compileContent } from '#scripts/content/compile.ts'
import { filesInMemory } from '#scripts/content/content-files.ts'
import { problemsOf, quiz, recorded, sessions, today, validFiles } from './valid-content.ts'

const item = `
- id: images.layers.q-trace
  rev: 1
  kind: trace
  objective: images.layers.read
  roles: [beginner]
  difficulty: 2
  stem: The container is removed first. What then?
  explain: Remember this.
  home: a-stack-of-sheets
  sources: [https://docs.docker.com/reference/cli/docker/image/history/]
  session: gone
  options:
    - { id: a, text: "listening on port 80", why: It is not. }
    - { id: b, right: true, why: It is. }
    - { id: c, text: "exit code 0", why: It is not. }
`
const script = `
- id: gone
  title: A container that is gone
  setUp: docker tag web:1.0 page
  commands:
    - docker run -d --name web page
    - docker logs nobody
`
const recording = `
- session: gone
  engine: 28.5.2
  client: 26.1.5
  seen: 2026-11-26
  setUp: docker tag web:1.0 page
  commands:
    - run: docker run -d --name web page
      exit: 0
      output: 4f0d9a3a1c11
    - run: docker logs nobody
      exit: 1
      output: "Error response from daemon: No such container: nobody"
`

type Change = { item?: [string, string]; script?: [string, string]; recording?: string }

function courseWith(change: Change = {}): Record<string, string> {
  const put = (text: string, [from, to]: [string, string] = ['', '']) => {
    if (!text.includes(from)) throw new Error(`nothing says ${from}`)
    return text.replace(from, () => to)
  }
  return {
    ...validFiles,
    [quiz]: `${validFiles[quiz]}${put(item, change.item)}`,
    [sessions]: `${validFiles[sessions]}${put(script, change.script)}`,
    [recorded]: `${validFiles[recorded]}${change.recording ?? recording}`,
  }
}

test('a trace item shows the recording up to its last command, whose output is the right option', () => {
  const { pages, problems } = compileContent(filesInMemory(courseWith()), today)
  expect(problems).toEqual([])
  const trace = pages.flatMap(({ items }) => items).find(({ kind }) => kind === 'trace')
  expect(trace).toMatchObject({
    code: {
      language: 'console',
      text: '$ docker tag web:1.0 page\n$ docker run -d --name web page\n4f0d9a3a1c11\n$ docker logs nobody',
    },
    recordedOn: 'Docker Engine 28.5.2 with client 26.1.5, November 26, 2026',
    options: [
      { id: 'a', text: 'listening on port 80' },
      { id: 'b', right: true, text: 'Error response from daemon: No such container: nobody\nexit code 1' },
      { id: 'c', text: 'exit code 0' },
    ],
  })
})

const rejections: (Change & { name: string; expected: string; found: string })[] = [
  {
    name: 'a typed answer',
    item: ['id: b, right: true', 'id: b, text: No such container, right: true'],
    expected: 'no text at the right option, because the recording is the answer',
    found: '“No such container”',
  },
  {
    name: 'no right option',
    item: ['right: true, why', 'text: Nothing, why'],
    expected: 'exactly one right option',
    found: '0',
  },
  {
    name: 'a wrong option without text',
    item: ['id: c, text: "exit code 0"', 'id: c'],
    expected: 'a text at each wrong option',
    found: 'none',
  },
  {
    name: 'a wrong option that equals the recorded output',
    item: ['"exit code 0"', '"Error response from daemon: No such container: nobody\\nexit code 1"'],
    expected: 'an output that was not recorded',
    found: '“Error response from daemon: No such container: nobody\nexit code 1”',
  },
  {
    name: 'a recording script that does not exist',
    item: ['session: gone', 'session: nowhere'],
    expected: `a session of ${sessions}: two-layers, gone`,
    found: 'nowhere',
  },
  {
    name: 'a recording that the lesson shows',
    item: ['session: gone', 'session: two-layers'],
    expected: 'a session that the lesson does not show, because it gives the answer away',
    found: 'two-layers',
  },
  {
    name: 'a session without a recording',
    recording: '',
    expected: `a recording of it in ${recorded}`,
    found: 'none',
  },
  {
    name: 'a last command that prints nothing',
    recording: recording.replace(/exit: 1\n.*\n/, 'exit: 0\n      output: ""\n'),
    expected: 'a last command that prints something or fails',
    found: 'neither',
  },
  {
    name: 'output that is too long',
    recording: recording.replace(/"Error.*"/, JSON.stringify('line\n'.repeat(12))),
    expected: 'at most 12 lines of output of the last command',
    found: '14',
  },
  {
    name: 'code of its own',
    item: ['  session: gone', '  code: { language: text, text: Nothing }\n  session: gone'],
    expected: 'no code, because the build shows the transcript there',
    found: 'code',
  },
]

test.each(rejections)(
  'the build rejects a trace item with $name',
  ({ name: _, expected, found, ...change }) => {
    const problems = problemsOf(courseWith(change))
    expect(problems).toContainEqual(
      expect.objectContaining({ file: quiz, expected: `images.layers.q-trace: ${expected}`, found }),
    )
  },
)
