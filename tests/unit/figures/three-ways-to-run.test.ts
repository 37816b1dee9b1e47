import { expect, test } from 'vitest'
import {
  apps,
  blocksOf,
  countCopies,
  deploymentModels,
  type StackPart,
} from '#domain/figures/three-ways-to-run.ts'

test.each<[StackPart, number, number, number]>([
  ['hardware', 1, 1, 1],
  ['hypervisor', 0, 1, 0],
  ['kernel', 1, 3, 1],
  ['libraries', 1, 3, 3],
  ['app', 3, 3, 3],
])('of %s there are %i on bare metal, %i with virtual machines, %i with containers', (part, ...counts) => {
  expect(deploymentModels.map((way) => countCopies(way, part))).toEqual(counts)
})

test.each(deploymentModels)('%s: every block has one below it, and hardware is at the bottom', (way) => {
  const levels = [...new Set(blocksOf(way).map(({ level }) => level))]
  expect(levels).toEqual(levels.map((_, index) => index))
  expect(blocksOf(way)[0]).toMatchObject({ kind: 'shared', part: 'hardware', level: 0 })
})

test.each(deploymentModels)('%s: each app appears once, at the top', (way) => {
  const top = Math.max(...blocksOf(way).map(({ level }) => level))
  const onTop = blocksOf(way).filter(({ level }) => level === top)
  expect(onTop.map(({ part }) => part)).toEqual(apps.map(() => 'app'))
})
