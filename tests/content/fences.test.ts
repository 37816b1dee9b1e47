import { expect, test } from 'vitest'
import { fenceProblems } from '#scripts/content/fences/fence-rules.ts'
import { fenceLanguages } from '#scripts/content/fences/languages.ts'
import { readLessonBody } from '#scripts/content/lesson-body.ts'
import type { Problem } from '#scripts/content/problem.ts'

/** The problems of a single fence that starts in line 3. */
function check(info: string, text: string): Problem[] {
  const { body, problems } = readLessonBody('lesson.mdx', `Text\n\n\`\`\`${info}\n${text}\n\`\`\`\n`)
  expect(problems).toEqual([])
  return fenceProblems('lesson.mdx', body.fences)
}

const right: [info: string, text: string][] = [
  [
    'dockerfile file=Dockerfile',
    'ARG V=3.22\nFROM --platform=$BUILDPLATFORM alpine:$V AS build\nRUN --mount=type=cache,target=/c --network=none true',
  ],
  [
    'dockerfile',
    'FROM alpine\nCOPY --parents --exclude=*.md --link --chmod=644 a b/\nADD --unpack=true --checksum=sha256:a https://x.org/y /z',
  ],
  [
    'dockerfile',
    '# syntax=docker/dockerfile:1\nFROM alpine\nRUN <<EOF\napk add curl\n\nrm -rf /tmp\nEOF\nENV A=b C="d e"',
  ],
  ['dockerfile', 'FROM alpine\nHEALTHCHECK --interval=30s --start-interval=1s CMD true'],
  ['yaml', 'a: 1\n---\nb: 2'],
  ['json file=daemon.json', '{ "live-restore": true }'],
  ['bash', 'docker ps -aq | xargs -r docker rm -f   # all of them … every one\ngo build ./...'],
  ['bash', 'docker run --rm -it \\\n  --memory=64m alpine ls --not-a-docker-flag'],
  ['bash', 'cat > index.html <<EOF\n<h1>Hello</h1> …\nEOF\necho "<b>hi</b>" | docker exec -i web sh'],
  ['bash', 'docker --context x compose -f a.yaml --profile dev up -d --wait'],
  ['bash', 'docker rmi $(docker images -qf dangling=true)\nfor i in 1 2; do echo "$i"; done'],
  ['text', 'anything … at all'],
  ['console', '$ docker ps\nCONTAINER ID'],
  ['dockerfile check=off reason="an excerpt of a file shown above"', 'RUN true'],
  ['dockerfile file=Dockerfile expect=error', 'FROM alpine\nMAINTAINER me'],
  ['bash expect=error', 'docker run --memroy 64m alpine'],
]

test.each(right)('%s accepts %j', (info, text) => {
  expect(check(info, text)).toEqual([])
})

const wrong: { info: string; text: string; line: number; expected: string; found: string }[] = [
  {
    info: 'cobol',
    text: 'STOP RUN',
    line: 3,
    expected: `one of the languages ${fenceLanguages.join(', ')}`,
    found: 'cobol',
  },
  {
    info: '',
    text: 'x',
    line: 3,
    expected: 'a code fence with its language (text where there is none)',
    found: 'a fence without one',
  },
  {
    info: 'bash chek=off',
    text: 'ls',
    line: 3,
    expected: 'file=…, quote=…, check=off reason="…" or expect=error after the language',
    found: 'chek=…',
  },
  {
    info: 'bash {1,2}',
    text: 'ls',
    line: 3,
    expected: 'file=…, quote=…, check=off reason="…" or expect=error after the language',
    found: '{1,2}',
  },
  {
    info: 'bash check=off',
    text: 'ls (',
    line: 3,
    expected: 'check=off with reason="…"',
    found: 'no reason',
  },
  { info: 'bash check=no', text: 'ls', line: 3, expected: 'check=off, or nothing', found: 'check=no' },
  {
    info: 'bash expect=fail',
    text: 'ls',
    line: 3,
    expected: 'expect=error, or nothing',
    found: 'expect=fail',
  },
  {
    info: 'text expect=error',
    text: 'ls',
    line: 3,
    expected: 'expect=error on a fence that is checked',
    found: 'text',
  },
  {
    info: 'dockerfile expect=error',
    text: 'FROM alpine',
    line: 3,
    expected: 'a mistake that the check finds, as expect=error says',
    found: 'none',
  },
  {
    info: 'dockerfile',
    text: 'FROM alpine\nMAINTAINER me',
    line: 5,
    expected: 'a Dockerfile that builds without a warning: MAINTAINER has been deprecated',
    found: 'MAINTAINER me',
  },
  {
    info: 'dockerfile',
    text: 'FROM alpine\n\nCOPPY a b',
    line: 6,
    expected: 'a Dockerfile that builds without a warning: Unknown instruction: COPPY',
    found: 'COPPY a b',
  },
  {
    info: 'dockerfile',
    text: "FROM alpine\nCMD ['a']",
    line: 5,
    expected:
      'a Dockerfile that builds without a warning: Instruction written as a JSON array but is using single quotes instead of double quotes',
    found: "CMD ['a']",
  },
  {
    info: 'dockerfile',
    text: 'RUN true',
    line: 4,
    expected: 'a Dockerfile that builds without a warning: No source image provided with `FROM`',
    found: 'RUN true',
  },
  {
    info: 'dockerfile',
    text: 'FROM alpine\nENV NAME value',
    line: 5,
    expected: 'ENV NAME=value; the form without = is deprecated',
    found: 'ENV NAME value',
  },
  {
    info: 'yaml',
    text: 'a: 1\n---\nb: [1',
    line: 6,
    expected: 'valid YAML',
    found: 'Flow sequence in block collection must be sufficiently indented and end with a ]',
  },
  {
    info: 'json',
    text: '{\n  "a": 1,\n}',
    line: 6,
    expected: 'valid JSON',
    found: 'Expected double-quoted property name',
  },
  {
    info: 'json',
    text: '{\n  "a": 1',
    line: 5,
    expected: 'valid JSON',
    found: "Expected ',' or '}' after property value",
  },
  {
    info: 'bash',
    text: 'ls\n$ docker ps',
    line: 5,
    expected: 'a command without a prompt; output and prompts belong in a console fence',
    found: '$ docker ps',
  },
  {
    info: 'bash',
    text: 'docker run ... alpine',
    line: 4,
    expected: 'a complete command, without an ellipsis',
    found: 'docker run ... alpine',
  },
  {
    info: 'bash',
    text: 'docker run … alpine',
    line: 4,
    expected: 'a complete command, without an ellipsis',
    found: 'docker run … alpine',
  },
  {
    info: 'bash',
    text: 'docker stop "<container name>"',
    line: 4,
    expected: 'a real value, or a shell variable such as "$NAME", instead of a placeholder',
    found: '<container name>',
  },
  {
    info: 'bash',
    text: 'ls\nsudo docker container run --memroy=64m alpine',
    line: 5,
    expected: 'a flag of docker run',
    found: '--memroy',
  },
  {
    info: 'bash',
    text: 'echo $(docker compose --profil dev ps)',
    line: 4,
    expected: 'a flag of docker compose ps',
    found: '--profil',
  },
  { info: 'bash', text: 'docker rm -fz web', line: 4, expected: 'a flag of docker rm', found: '-z' },
]

test.each(wrong)('$info rejects $text', ({ info, text, ...problem }) => {
  expect(check(info, text)).toEqual([{ file: 'lesson.mdx', ...problem }])
})

test("bash syntax errors are reported at their line with bash's message", () => {
  const found = expect.stringContaining('syntax error')
  const problem = { file: 'lesson.mdx', expected: 'a command that bash -n accepts', found }
  expect(check('bash', 'ls\nif true; then')).toEqual([{ ...problem, line: 5 }])
  expect(check('bash', 'ls |\n\n| cat\nls')).toEqual([{ ...problem, line: 6 }])
})

test('many fences are checked together, each at its own line', () => {
  const fences = ['ls (', 'ls', 'ls )'].map((text) => `\`\`\`bash\n${text}\n\`\`\``)
  const { body } = readLessonBody('lesson.mdx', fences.join('\n'))
  expect(fenceProblems('lesson.mdx', body.fences).map(({ line }) => line)).toEqual([2, 8])
})

test('a fence inside a note is checked at its own line', () => {
  const text = '<Note title="A">\n\nText\n\n```json\n{\n```\n\n</Note>\n'
  const { body } = readLessonBody('lesson.mdx', text)
  expect(fenceProblems('lesson.mdx', body.fences)).toMatchObject([{ line: 6, expected: 'valid JSON' }])
})
