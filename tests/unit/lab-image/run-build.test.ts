import { expect, test } from 'vitest'
import type { ImageProgress } from '#domain/lab/image-progress.ts'
import { runBuild } from '#scripts/lab-image/run-build.ts'

/** Stands for the builder: prints these lines and ends with this code. */
const builder = (lines: string[], code: number) => ({
  program: process.execPath,
  words: ['-e', `console.log(${JSON.stringify(lines.join('\n'))}); process.exitCode = ${code}`],
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
  await expect(runBuild({ program: 'no-such-program', words: [] }, () => {})).rejects.toThrow(
    /no-such-program/,
  )
})
