import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkScript } from '#domain/lab/check-script.ts'
import type { Lab, LabStep } from '#domain/lab/lab.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-script-'))
  // A fake `docker` that prints the given output and exits with the given code.
  writeFileSync(join(folder, 'docker'), '#!/bin/sh\nprintf "$SAYS"\nexit "$ENDS"\n')
  chmodSync(join(folder, 'docker'), 0o755)
})
afterAll(() => rmSync(folder, { recursive: true }))

const step = (id: string, rest: Partial<LabStep> & Pick<LabStep, 'check'>): LabStep => ({
  id,
  text: 'Do it.',
  solution: 'docker run',
  wrong: [],
  ...rest,
})

const lab: Lab = {
  id: 'one-kernel',
  title: "The host's kernel",
  minutes: 5,
  goal: 'See it.',
  files: [],
  steps: [
    step('shows', {
      learnt: "It's the `same`\n[kernel](/internals/kernel).",
      check: { run: 'docker ps', exit: 0, shows: '^web 1\\.0\\s+on$' },
      wrong: [
        { when: '^web', says: "That's another `web`.", example: 'x' },
        { run: "echo 'a$b\\c'", when: '^a\\$b\\\\c$', says: 'It has run.', example: 'x' },
      ],
    }),
    step('exits', { check: { run: 'docker ps\nexit 3', exit: 3 } }),
    step('stops', { check: { run: 'read -r line && exit 0', exit: 1 } }),
  ],
}

/** The script’s message about a step if `docker` prints this output and exits with this code. */
function check(id: string, says = '', ends = 0, rest: Partial<Lab> = {}) {
  const file = join(folder, 'check')
  writeFileSync(file, checkScript({ ...lab, ...rest }))
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, SAYS: says, ENDS: String(ends) }
  const { stdout, stderr, status } = spawnSync('bash', [file, ...(id ? [id] : [])], { env, encoding: 'utf8' })
  return { text: (stdout + stderr).trim(), status }
}

test.each([
  ['shows', 'web 1.0 on\\n', 0, "Passed. It's the `same` kernel.", 0],
  ['shows', 'first\\nweb 1.0\\non\\nlast\\n', 0, "Passed. It's the `same` kernel.", 0],
  ['shows', 'web 1.0 on\\n', 1, "Not quite. That's another `web`.", 1],
  ['shows', 'web 1x0 on\\n', 0, "Not quite. That's another `web`.", 1],
  ['shows', 'a web\\n', 0, 'Not quite. It has run.', 1],
  ['shows', '', 0, 'Not quite. It has run.', 1],
  ['exits', '', 0, 'Passed.', 0],
  ['stops', '', 0, 'Passed.', 0],
])('a step %s, where docker prints "%s" and exits with %i: %s', (id, says, ends, text, status) => {
  expect(check(id, says, ends)).toEqual({ text, status })
})

test('a step that is not done is reported', () => {
  const [, exits] = lab.steps
  const file = checkScript({ ...lab, steps: exits ? [{ ...exits, check: { run: 'false', exit: 0 } }] : [] })
  writeFileSync(join(folder, 'check'), file)
  const { stdout, status } = spawnSync('bash', [join(folder, 'check'), 'exits'], { encoding: 'utf8' })
  expect([stdout.trim(), status]).toEqual([
    'Not yet: the machine does not look the way it should after this step.',
    1,
  ])
})

test('without a step it lists all steps, and it rejects an unknown one', () => {
  expect(check('')).toEqual({
    text: 'To check a step of this lab: check STEP. Its steps:\n  shows\n  exits\n  stops',
    status: 0,
  })
  expect(check('nothing')).toEqual({
    text: "This lab has no step named 'nothing'. Its steps are: shows, exits, stops.",
    status: 2,
  })
})

test('what differs on the learner’s own Docker follows the steps, and every result but a pass', () => {
  const ownDocker = "The kernel's [modules](/networking/overlay) must be there."
  expect(check('', '', 0, { ownDocker }).text).toMatch(/\n {2}stops\nThe kernel's modules must be there\.$/)
  expect(check('exits', '', 0, { ownDocker }).text).toBe('Passed.')
  expect(check('shows', 'web', 1, { ownDocker }).text).toBe(
    "Not quite. That's another `web`.\nThe kernel's modules must be there.",
  )
})

test('no message on a terminal is broken within a word', () => {
  const says = 'Remove this container and run it again with the ports the other way around.'
  const [shows] = lab.steps
  const file = join(folder, 'check')
  const wrong = [{ when: '', says, example: 'x' }]
  writeFileSync(file, checkScript({ ...lab, steps: shows ? [{ ...shows, wrong }] : [] }))
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, TERM: 'xterm', SAYS: '', ENDS: '0' }
  const { stdout } = spawnSync('script', ['-qec', `stty cols 40; bash ${file} shows`, '/dev/null'], {
    env,
    encoding: 'utf8',
  })
  const lines = stdout.trim().split(/ *\r?\n/)
  expect(lines.join(' ')).toBe(`Not quite. ${says}`)
  expect(lines.filter((line) => line.length > 40)).toEqual([])
})
