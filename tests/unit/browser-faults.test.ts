import { describe, expect, test } from 'vitest'
import BrowserFaultsReporter, { isBrowserFault, lostNavigation } from '#tests/support/browser-faults.ts'

type Ended = Parameters<BrowserFaultsReporter['onTestEnd']>

function runWith(...results: { status: string; message?: string }[]) {
  const reporter = new BrowserFaultsReporter()
  for (const { status, message } of results) {
    const test = { expectedStatus: 'passed', titlePath: () => ['', 'a.spec.ts', 'a fact'] }
    reporter.onTestEnd(
      test as Ended[0],
      { status, errors: message ? [{ message }] : [] } as unknown as Ended[1],
    )
  }
  return reporter.onEnd()
}

describe('a test that failed at first and passed when run again', () => {
  test.each([
    'Error: page.waitForFunction: Target crashed ',
    'Error: page.goto: Page crashed',
    `Error: ${lostNavigation} /quiz`,
  ])('counts as passed if the browser was the reason: %s', async (message) => {
    expect(await runWith({ status: 'failed', message }, { status: 'passed' })).toBeUndefined()
  })

  test.each([
    ['failed', 'expect(received).toEqual(expected)'],
    ['timedOut', 'Test timeout of 60000ms exceeded.'],
    ['failed', 'Target page, context or browser has been closed'],
    ['failed', undefined],
  ])('fails the run for any other reason: %s, %s', async (status, message) => {
    const first = { status, ...(message && { message }) }
    expect(await runWith(first, { status: 'passed' })).toEqual({ status: 'failed' })
  })
})

test('a skipped test is no failure', async () => {
  expect(await runWith({ status: 'skipped' })).toBeUndefined()
})

test('an error without a message is not the browser’s', () => {
  expect(isBrowserFault({ errors: [{}] })).toBe(false)
})
