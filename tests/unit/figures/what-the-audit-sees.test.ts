import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAuditedFlags } from '#domain/figures/audited-flags.ts'
import {
  checksOf,
  describeAudit,
  figureStates,
  formatScore,
  scoreOf,
} from '#domain/figures/what-the-audit-sees.ts'

// Warnings of Docker Bench (commit ff26d67, October 2024) about containers that ran with these flags.
test.each([
  ['-p 18080:8080', '5.11 5.12 5.13 5.14 5.26 5.29'],
  [
    '--read-only --cap-drop ALL --security-opt no-new-privileges=true --memory 256m --cpus 0.5 --pids-limit 128 -p 127.0.0.1:18080:8080 --restart on-failure:5',
    '',
  ],
  [
    '--read-only --cap-drop ALL --security-opt no-new-privileges:true --memory 256m --pids-limit 512 -p 127.0.0.1:18080:8080 --restart unless-stopped',
    '5.12',
  ],
  ['--cap-add SYS_ADMIN --cap-drop ALL --restart on-failure:6', '5.4 5.11 5.12 5.13 5.15 5.26 5.29'],
  [
    '--cap-add NET_RAW --cap-add KILL --cpu-shares 512 --restart always --security-opt no-new-privileges=false --pids-limit -1',
    '5.11 5.13 5.29',
  ],
  [
    '-p 169.254.1.1:18080:8080 --pids-limit 100000 --restart on-failure --read-only=false',
    '5.11 5.12 5.13 5.26',
  ],
  ['--security-opt seccomp=unconfined --pids-limit 0 --memory 6m --cpus 0.01', '5.13 5.22 5.26 5.29'],
  [
    '-p 18080:8080 -p 127.0.0.1:18081:8081 --cap-add SYSLOG --restart no',
    '5.4 5.11 5.12 5.13 5.14 5.26 5.29',
  ],
])('%s: the warnings are %s', (flags, warned) => {
  const found = checksOf(flags).filter(({ isPassed }) => !isPassed)
  expect(found.map(({ id }) => id).join(' ')).toBe(warned)
})

test.each([
  ['', '5.4: the 14 defaults are kept'],
  ['--cap-drop all', ''],
  ['--cap-drop ALL -p 8080', ''],
  ['--cap-drop ALL -p 127.0.0.1:8080:8080', ''],
  ['--cap-drop ALL -p 203.0.113.7:8080:8080', '5.14: open on 203.0.113.7'],
  ['--cap-drop ALL --restart unless-stopped', '5.15: restarts without end'],
  ['--cap-drop ALL --restart on-failure', '5.15: restarts without end'],
  ['--cap-drop ALL --restart on-failure:3', ''],
  ['--cap-drop ALL --security-opt no-new-privileges', ''],
  ['--cap-drop ALL --security-opt no-new-privileges=false', '5.26: set to false'],
  ['--cap-drop ALL --security-opt no-new-privileges=0', '5.26: set to false'],
  ['--privileged', '5.4: has every capability, 5.22: off in a privileged container'],
  ['--privileged --security-opt seccomp=shop.json', '5.4: has every capability'],
])('“%s” hides behind a PASS: “%s”', (flags, detail) => {
  const unseen = checksOf(flags).filter((check) => check.unseen !== undefined)
  expect(unseen.map((check) => `${check.id}: ${check.unseen}`).join(', ')).toBe(detail)
})

test.each([
  ['shop', 'The checks read flags'],
  ['--tty', 'The checks read flags'],
  ['--constructor x', 'The checks read flags'],
  ['--memory', '`--memory` is missing'],
  ['--memory lots', '`--memory` is missing or not one'],
  ['--memory 5m', '`--memory` is missing or not one'],
  ['--restart sometimes', '`--restart`'],
  ['--restart always:5', '`--restart`'],
  ['-p eighty', '`-p`'],
  ['--security-opt label=disable', '`--security-opt`'],
  ['--security-opt seccomp', '`--security-opt`'],
  ['--security-opt no-new-privileges=yes', '`--security-opt`'],
  ['--pids-limit many', '`--pids-limit`'],
  ['--cpus half', '`--cpus`'],
])('“%s” is rejected: %s', (flags, problem) => {
  expect(parseAuditedFlags(flags)).toEqual({ problem: expect.stringContaining(problem) })
})

// Docker Bench searches for the text anywhere in the options.
test('a second seccomp option does not hide that the first turned the filter off', () => {
  const checks = checksOf('--security-opt seccomp=unconfined --security-opt seccomp=shop.json')
  expect(checks.find(({ id }) => id === '5.22')?.isPassed).toBe(false)
})

test.each(['0', '0m', '0.0g'])('--memory %s is rejected as a limit', (size) => {
  expect(checksOf(`--memory ${size}`).find(({ id }) => id === '5.11')?.isPassed).toBe(false)
})

test('the score is the number of passes minus warnings, whatever the flags', () => {
  const flag = fc.constantFrom(
    '--privileged',
    '--read-only',
    '--memory=1g',
    '-m 0',
    '--cpus .5',
    '-c 512',
    '--pids-limit 9',
    '-p 80:80',
    '-p 10.0.0.1:80:80',
    '--restart always',
    '--cap-add ALL',
    '--security-opt no-new-privileges:false',
    '--security-opt seccomp=unconfined',
  )
  fc.assert(
    fc.property(fc.array(flag), (flags) => {
      const checks = checksOf(flags.join(' '))
      const passed = checks.filter(({ isPassed }) => isPassed).length
      expect(scoreOf(checks)).toBe(2 * passed - checks.length)
      expect(checks.filter((check) => check.unseen !== undefined).length).toBeLessThanOrEqual(5)
      expect(describeAudit(flags.join(' ')).length).toBeLessThan(300)
    }),
  )
})

test.each([
  [3, '+3'],
  [0, '0'],
  [-2, '−2'],
])('a score of %i is shown as %s', (score, text) => {
  expect(formatScore(score)).toBe(text)
})

test('the lesson’s own file and the one with loopholes have the same score', () => {
  const scores = ['compose', 'loopholes'].map((id) => {
    const flags = figureStates.find((state) => state.id === id)?.value
    return flags === undefined ? undefined : scoreOf(checksOf(flags))
  })
  expect(scores).toEqual([10, 10])
})
