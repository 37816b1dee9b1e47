import { expect, test } from 'vitest'
import {
  type CheckResult,
  checksOf,
  describeVerification,
  expectations,
  type Fault,
  faults,
  figureStates,
  isCreated,
  isVerified,
  links,
  taggedImage,
  type Verification,
} from '#domain/figures/keyless-signing.ts'

const everyVerification: Verification[] = faults.flatMap((fault) =>
  expectations.map((expectation) => ({ fault, expectation })),
)

test.each<[Fault, string, boolean, boolean]>([
  ['none', 'yes yes yes yes', true, true],
  ['token', 'none none no none', false, false],
  ['certificate', 'none no yes yes', false, false],
  ['log', 'yes yes yes no', false, false],
  ['stranger', 'yes no yes yes', false, true],
  ['tag', 'none none no none', false, true],
])('%s: the checks by tag are %s', (fault, results, byTag, byDigest) => {
  const verification: Verification = { fault, expectation: 'ours' }
  const checks = checksOf(taggedImage(fault), verification)
  expect(links.map((link): CheckResult => checks[link]).join(' ')).toBe(results)
  expect(isVerified(taggedImage(fault), verification)).toBe(byTag)
  expect(isVerified('ours', verification)).toBe(byDigest)
})

test('a pattern that matches every identity lets the stranger in, and no other fault', () => {
  const passing = (expectation: Verification['expectation']) =>
    faults.filter((fault) => isVerified(taggedImage(fault), { fault, expectation }))
  expect(passing('ours')).toEqual(['none'])
  expect(passing('any')).toEqual(['none', 'stranger'])
})

test('verifying the signed digest does not depend on the tag', () => {
  for (const expectation of expectations) {
    const usual = checksOf('ours', { fault: 'none', expectation })
    expect(checksOf('ours', { fault: 'tag', expectation })).toEqual(usual)
    expect(checksOf('ours', { fault: 'stranger', expectation })).toEqual(usual)
  }
})

test('without a token nothing is made; without a certificate, only a signature and a log entry', () => {
  expect(links.filter((link) => isCreated(link, 'token'))).toEqual([])
  expect(links.filter((link) => isCreated(link, 'certificate'))).toEqual(['signature', 'log'])
})

test.each(everyVerification)(
  '$fault, $expectation: the description says what the verification by tag does',
  (verification) => {
    const passes = isVerified(taggedImage(verification.fault), verification)
    expect(/refuses/.test(describeVerification(verification))).toBe(!passes)
  },
)

test('the first state is the one in which everything is right', () => {
  expect(figureStates[0]?.value).toEqual({ fault: 'none', expectation: 'ours' })
})
