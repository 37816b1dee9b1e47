import { expect, test } from 'vitest'
import { type CommandResult, evaluateStep, isPassed } from '#domain/lab/check-result.ts'
import type { LabStep } from '#domain/lab/lab.ts'

const outcome = (output: string, exitCode = 0): CommandResult => ({ exitCode, output })

const step: LabStep = {
  id: 'limit',
  text: 'Limit it.',
  solution: 'docker run…',
  check: { run: 'docker inspect box', exit: 0, shows: '^running$' },
  wrong: [
    { when: 'No such object', says: 'There is no box.', example: 'true' },
    { run: 'docker ps', when: '^other$', says: 'It has another name.', example: 'true' },
  ],
}

test.each<[string, string | undefined, number, CommandResult, boolean]>([
  ['the exit code alone decides without a pattern', undefined, 0, outcome('anything'), true],
  ['another exit code fails', undefined, 0, outcome('anything', 1), false],
  ['a check may want a failure', undefined, 1, outcome('', 1), true],
  ['^ and $ are the ends of lines', '^b$', 0, outcome('a\nb\nc'), true],
  ['output that does not match fails', '^b$', 0, outcome('abc'), false],
  ['a match does not make up for the exit code', 'a', 0, outcome('a', 2), false],
])('%s', (_, shows, exit, left, expected) => {
  expect(isPassed({ run: 'x', exit, ...(shows === undefined ? {} : { shows }) }, left)).toBe(expected)
})

test('a passing step does not run the wrong-answer commands', () => {
  expect(evaluateStep(step, outcome('running'), [undefined, outcome('other')])).toEqual({ kind: 'passed' })
})

test('a wrong answer without its own command is matched in the check’s output', () => {
  expect(evaluateStep(step, outcome('Error: No such object: box', 1), [])).toEqual({
    kind: 'wrong-answer',
    feedback: 'There is no box.',
  })
})

test('a wrong answer with its own command is matched in that command’s output', () => {
  expect(evaluateStep(step, outcome('exited'), [undefined, outcome('web\nother\n')])).toEqual({
    kind: 'wrong-answer',
    feedback: 'It has another name.',
  })
})

test('a state that is neither correct nor a known wrong answer is not yet done', () => {
  expect(evaluateStep(step, outcome('exited'), [undefined, outcome('web')])).toEqual({ kind: 'not-yet' })
})
