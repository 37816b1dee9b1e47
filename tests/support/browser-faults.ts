import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** The beginning of the error when Chromium has lost a navigation. */
export const lostNavigation = 'Chromium lost the navigation to'

/**
 * Chromium 156’s headless shell crashes about once in 4,000 navigations: in the page that is open, which then
 * may just not respond, or in the process that was to show the next one, so that the old page stays. Such a test is run once more (`retries`). This reporter
 * fails the run if a test failed at its first try for any other reason, even if it passed when it was run again.
 */
export default class BrowserFaultsReporter implements Reporter {
  readonly #flaky: string[] = []

  onTestEnd(test: TestCase, result: TestResult): void {
    const hasFailed = result.status !== test.expectedStatus && result.status !== 'skipped'
    if (hasFailed && !isBrowserFault(result)) this.#flaky.push(test.titlePath().filter(Boolean).join(' › '))
  }

  async onEnd(): Promise<{ status: FullResult['status'] } | undefined> {
    if (this.#flaky.length === 0) return undefined
    console.log(`Failed, and no crash of the browser was the reason:\n  ${this.#flaky.join('\n  ')}`)
    return { status: 'failed' }
  }
}

export function isBrowserFault({ errors }: Pick<TestResult, 'errors'>): boolean {
  return errors.some(
    ({ message = '' }) => /(Target|Page) crashed/.test(message) || message.includes(lostNavigation),
  )
}
