import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test, vi } from 'vitest'
import type { ImageProgress } from '#domain/lab/image-progress.ts'
import { runBuild } from '#scripts/lab-image/run-build.ts'

/** A fake builder that prints these lines and exits with this code. */
const builder = (lines: string[], code: number) => ({
  program: process.execPath,
  args: ['-e', `console.log(${JSON.stringify(lines.join('\n'))}); process.exitCode = ${code}`],
})

test('the builder’s lines become progress', async () => {
  const seen: ImageProgress[] = []
  await runBuild(builder(['  kernel       unchanged', '    a remark', '  machine      …'], 0), (progressAt) =>
    seen.push(progressAt(Date.now())),
  )
  expect(seen.map((progress) => progress?.state === 'preparing' && progress.number)).toEqual([1, 2, 2])
})

test('a failing builder is reported with its output and what to do', async () => {
  const failing = builder(['  kernel       …', 'The disk is full: the steps need about 8 GB.'], 1)
  await expect(runBuild(failing, () => {})).rejects.toThrow(
    /^The disk is full: the steps need about 8 GB\.\nSteps that were finished are kept: run npm start again/,
  )
})

test('a missing program is reported by name', async () => {
  await expect(runBuild({ program: 'no-such-program', args: [] }, () => {})).rejects.toThrow(
    /no-such-program/,
  )
})

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s stops the builder with the programs that it started',
  async (signal) => {
    const builderLine = 'sleep 600 & echo "  kernel       …"; echo "sleep is $!" >&2; wait'
    const script = `
      import { runBuild } from '#scripts/lab-image/run-build.ts'
      const command = { program: 'sh', args: ['-c', ${JSON.stringify(`(${builderLine}) 2>"$0"`)}, process.argv[1]] }
      await runBuild(command, () => console.log('running'))`
    const file = join(mkdtempSync(join(tmpdir(), 'run-build-')), 'sleep')
    const starter = spawn(process.execPath, ['--input-type=module', '-e', script, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(createInterface({ input: starter.stdout }), 'line')
    const sleepId = await vi.waitFor(() => {
      const [, id] = /sleep is (\d+)/.exec(readFileSync(file, 'utf8')) ?? []
      expect(id).toBeDefined()
      return Number(id)
    })
    starter.kill(signal)
    await once(starter, 'exit')
    await vi.waitFor(() => expect(isRunning(sleepId)).toBe(false))
  },
)

/** A process that has exited remains as a zombie until its parent reads its status, so zombies do not count. */
function isRunning(processId: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${processId}/stat`, 'utf8'))
  } catch {
    return false
  }
}
