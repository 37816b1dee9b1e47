import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHeadlessMachine, readImage } from '../../node/headless-machine.ts'
import type { V86Machine } from '../../src/emulator/v86-machine.ts'

const timeout = 240_000
const kilobyte = 1024

describe(
  'the agent in the guest',
  () => {
    let machine: V86Machine
    const run = (script: string) => machine.run(script, { timeoutMillis: timeout })
    const outputOf = async (script: string) => (await run(script)).output.trim()

    beforeAll(async () => {
      machine = createHeadlessMachine(readImage())
      await machine.start()
    }, timeout)
    afterAll(() => machine.dispose())

    test('returns at most 256 KB of output', async () => {
      const { output } = await run('head -c 300000 /dev/zero | tr "\\0" x; echo end')
      expect(output).toBe('x'.repeat(256 * kilobyte))
    })

    test('returns the bytes of a file unchanged, whatever they are and however many', async () => {
      for (const length of [1, 2, 3, 3071, 3072, 3073, 200_000]) {
        const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256)
        await machine.writeFile('/tmp/bytes', bytes)
        expect(Buffer.from(bytes).equals(await machine.readFile('/tmp/bytes'))).toBe(true)
      }
    })

    test('returns the exit code, and standard output and standard error together', async () => {
      expect(await run('echo out; echo err >&2; exit 42')).toEqual({ exitCode: 42, output: 'out\nerr\n' })
      expect((await run('no-such-program')).exitCode).toBe(127)
      expect((await run('if')).exitCode).toBe(2)
    })

    test('returns 128 and the number of the signal that ended a script', async () => {
      expect((await run('kill -KILL $$')).exitCode).toBe(128 + 9)
      expect((await run('kill -TERM $$')).exitCode).toBe(128 + 15)
    })

    test('gives a script nothing to read', async () => {
      expect(await run('cat; read line; echo "$? [$line]"')).toEqual({ exitCode: 0, output: '1 []\n' })
    })

    test('runs a hundred scripts in the order of the calls', async () => {
      const numbers = Array.from({ length: 100 }, (_, index) => String(index))
      const results = await Promise.all(numbers.map((number) => outputOf(`echo ${number}`)))
      expect(results).toEqual(numbers)
    })

    test('does not start the second of two scripts before the first has ended', async () => {
      const first = outputOf('sleep 1; touch /tmp/first-ended; echo first')
      expect(await outputOf('ls /tmp/first-ended')).toBe('/tmp/first-ended')
      expect(await first).toBe('first')
    })

    test('does not wait for a process that a script leaves, nor mix its output with that of the next', async () => {
      const left = '(until [ -e /tmp/go ]; do sleep 0.1; done; echo late; touch /tmp/gone) &'
      expect(await outputOf(`${left} echo first`)).toBe('first')
      expect(await outputOf('touch /tmp/go; until [ -e /tmp/gone ]; do sleep 0.1; done; echo next')).toBe(
        'next',
      )
    })

    test('runs each script in a bash that is as good as new', async () => {
      await run('export A=1; B=2; cd /tmp; set -e; umask 077; trap "echo bye" EXIT; shopt -s nullglob')
      expect(await outputOf('echo "[$A$B] $PWD $- $(umask)"; trap -p; jobs')).toBe('[] /root hB 0022')
      expect(await outputOf('[ $$ = $BASHPID ] && echo own')).toBe('own')
      expect(await outputOf('cat /proc/self/oom_score_adj')).toBe('0')
      expect((await run('tty')).output).toBe('not a tty\n')
    })

    test('runs scripts with bash whatever their first line names, and short ones too', async () => {
      expect(await outputOf('#!/bin/busybox ash\necho $((BASH_VERSINFO > 0))')).toBe('1')
      expect(await run('#')).toEqual({ exitCode: 0, output: '' })
      expect(await run('')).toEqual({ exitCode: 0, output: '' })
    })

    test('ends a script that takes too long with all its processes, even if they ignore it', async () => {
      for (const script of ['sleep 4321 & sleep 4321', 'trap "" TERM; sleep 4321; sleep 4321'])
        await expect(machine.run(script, { timeoutMillis: 1000 })).rejects.toMatchObject({
          failure: 'timeout',
        })
      expect(await outputOf('pgrep -fc "sleep 432[1]"')).toBe('0')
    })

    test('starts its shell again after someone has killed it', async () => {
      await run('kill -KILL $(pgrep -x script-shell)')
      expect(await outputOf('echo here')).toBe('here')
    })

    test('answers an empty script within 3 million instructions', async () => {
      const counts: number[] = []
      for (let turn = 0; turn < 10; turn += 1) {
        const before = machine.emulator?.instructions() ?? 0
        await run('')
        counts.push(((machine.emulator?.instructions() ?? 0) - before) >>> 0)
      }
      // The others were counted while the guest also did something else.
      expect(Math.min(...counts)).toBeLessThan(3_000_000)
    })
  },
  timeout,
)
