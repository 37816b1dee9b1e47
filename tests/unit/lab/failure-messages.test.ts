import { expect, test } from 'vitest'
import { failureMessage } from '#features/lab/failure-messages.ts'

const kept = { hasRun: false, isPersisted: true }

test.each([
  ['network', kept, /What has arrived is saved/],
  ['canceled', kept, /What has arrived is saved/],
  ['network', { ...kept, isPersisted: false }, /no room to store/],
  ['canceled', { ...kept, isPersisted: false }, /no room to store/],
  ['network', { ...kept, hasRun: true }, /what you did in it is lost, but your progress is saved/],
  ['crashed', { ...kept, hasRun: true }, /Your progress is saved/],
] as const)(
  'after %s of %o, the message does not claim that lost work is saved',
  (failure, machine, words) => {
    expect(failureMessage(failure, machine)).toMatch(words)
  },
)
