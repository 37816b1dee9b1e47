import { expect, test } from 'vitest'
import { failureMessage } from '#features/lab/failure-messages.ts'

const kept = { hasRun: false, isPersisted: true }

test.each([
  ['network', kept, /What has arrived is kept/],
  ['cancelled', kept, /What has arrived is kept/],
  ['network', { ...kept, isPersisted: false }, /no room to keep/],
  ['cancelled', { ...kept, isPersisted: false }, /no room to keep/],
  ['network', { ...kept, hasRun: true }, /what you did in it is lost, your progress is kept/],
  ['crashed', { ...kept, hasRun: true }, /Your progress is kept/],
] as const)('after %s of %o nothing is said to be kept that is lost', (failure, machine, words) => {
  expect(failureMessage(failure, machine)).toMatch(words)
})
