import { expect, test } from 'vitest'
import { formatStepLine, readStepLine } from '../../image-builder/step-lines.ts'

test.each([
  { step: 'kernel', state: 'started' },
  { step: 'kernel', state: 'unchanged' },
  { step: 'kernel', state: 'finished', seconds: 31 },
] as const)('a printed step line parses back: %j', (line) => {
  expect(readStepLine(formatStepLine(line))).toEqual(line)
})

test.each([
  '',
  '    busybox:1 built in 30 s',
  '  machine      not installed from forky: it has no package docker.io',
  'Error: …',
])('any other line is not a step: %j', (text) => expect(readStepLine(text)).toBeUndefined())
