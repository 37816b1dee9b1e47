import { expect, test } from 'vitest'
import {
  describePlan,
  fateOf,
  type PlanId,
  planIds,
  plans,
  shippedBytes,
  shippedFiles,
  stagesBuilt,
} from '#domain/figures/build-stages.ts'
import { formatSize } from '#domain/figures/format-size.ts'

const everything = ['sdk', 'api.c', '/api']

test.each<[PlanId, Record<string, string>, string[], string]>([
  ['one', { build: 'ships' }, everything, '70.3 MB'],
  ['two', { build: 'cached', prod: 'ships' }, ['/api'], '96 kB'],
  ['target', { build: 'ships', prod: 'skipped' }, everything, '70.3 MB'],
  ['unneeded', { build: 'cached', test: 'skipped', prod: 'ships' }, ['/api'], '96 kB'],
  ['tested', { build: 'ships', test: 'ships', prod: 'skipped' }, everything, '70.3 MB'],
])('%s: each stage is %o', (id, fates, files, size) => {
  const plan = plans[id]
  expect(Object.fromEntries(plan.stages.map(({ name }) => [name, fateOf(plan, name)]))).toEqual(fates)
  expect(shippedFiles(plan).map(({ name }) => name)).toEqual(files)
  expect(formatSize(shippedBytes(plan))).toBe(size)
})

test.each(planIds.filter((id) => id !== 'tested'))('the description of %s names the size', (id) => {
  expect(describePlan(id)).toContain(formatSize(shippedBytes(plans[id])))
})

test('each stage is built once, after the stages that it needs', () => {
  const stage = (name: string, from: string, copiesFrom?: string) => ({
    name,
    from,
    files: [],
    ...(copiesFrom && { copiesFrom }),
  })
  const stages = [
    stage('deps', 'node'),
    stage('lint', 'deps'),
    stage('web', 'deps'),
    stage('prod', 'deps', 'web'),
  ]
  expect(stagesBuilt({ stages, target: 'prod' })).toEqual(['deps', 'web', 'prod'])
  expect(stagesBuilt({ stages, target: 'lint' })).toEqual(['deps', 'lint'])
  expect(stagesBuilt({ stages, target: 'nobody' })).toEqual([])
})
