import { expect, test } from 'vitest'
import { afterStepLine, type BuildState, buildPlan, buildProgress } from '#scripts/lab-image/build-plan.ts'

const first: BuildState = { running: undefined, startedAt: 0, done: [] }
const total = buildPlan.reduce((sum, { seconds }) => sum + seconds, 0)

/** The state in which all steps before this one are done and this one has just started. */
function at(name: string, startedAt: number): BuildState {
  const index = buildPlan.findIndex((step) => step.name === name)
  return { running: name, startedAt, done: buildPlan.slice(0, index).map((step) => step.name) }
}

test('before the first line, the remaining time is the whole plan', () => {
  const progress = buildProgress(first, {}, 0)
  expect(progress).toMatchObject({ number: 1, fraction: 0, secondsLeft: total })
})

test('a running step uses up its time, but never all of it', () => {
  const disk = at('disk', 1000)
  const begun = buildProgress(disk, { disk: 100 }, 1000)
  expect(buildProgress(disk, { disk: 100 }, 41_000)).toMatchObject({
    step: 'Making the disk',
    secondsLeft: (begun as { secondsLeft: number }).secondsLeft - 40,
  })
  const late = buildProgress(disk, { disk: 100 }, 9_000_000)
  expect(late).toMatchObject({ secondsLeft: (begun as { secondsLeft: number }).secondsLeft - 95 })
})

test('times measured on this computer replace the plan’s', () => {
  const times = Object.fromEntries(buildPlan.map(({ name }) => [name, 10]))
  expect(buildProgress(first, times, 0)).toMatchObject({ secondsLeft: 10 * buildPlan.length })
  expect(buildProgress(at('compiled', 0), times, 0)).toMatchObject({
    secondsLeft: 20,
    number: buildPlan.length - 1,
  })
})

test('unchanged and finished steps are done, in the builder’s order', () => {
  const lines = [
    { step: 'kernel', state: 'unchanged' },
    { step: 'machine', state: 'started' },
    { step: 'machine', state: 'finished', seconds: 31 },
    { step: 'client', state: 'started' },
  ] as const
  const state = lines.reduce<BuildState>(
    (before, line, index) => afterStepLine(before, line, index * 1000),
    first,
  )
  expect(state).toEqual({ running: 'client', startedAt: 3000, done: ['kernel', 'machine'] })
})

test('the fraction grows with every step and never passes 1', () => {
  const fractions = buildPlan.map(({ name }) => {
    const progress = buildProgress(at(name, 0), {}, 1000)
    return progress.state === 'preparing' ? progress.fraction : -1
  })
  expect(fractions).toEqual(fractions.toSorted((one, other) => one - other))
  expect(Math.max(...fractions)).toBeLessThanOrEqual(1)
})

test('after the last step, no time remains', () => {
  const done = buildPlan.map(({ name }) => name)
  expect(buildProgress({ running: undefined, startedAt: 0, done }, {}, 5)).toMatchObject({
    fraction: 1,
    secondsLeft: 0,
  })
})

test('the plan has the steps of the builder, in their order', async () => {
  const { readFileSync } = await import('node:fs')
  const folder = 'packages/docker-in-browser/image-builder'
  const { packageSets } = await import('../../../packages/docker-in-browser/image-builder/package-sets.ts')
  const steps = ['build.ts', 'publish.ts'].flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/name: '(\w+)'/g)].map(([, name]) => name),
  )
  expect(buildPlan.map(({ name }) => name)).toEqual([...packageSets.map(({ name }) => name), ...steps])
})
