import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

export { expect }

type Profile = {
  /** What may go wrong in this test, such as the 404 it asks for. Everything else that goes wrong fails it. */
  expected: RegExp[]
  /** Another browser profile: no storage shared with the first, watched like it. */
  otherProfile: BrowserContext
}

/**
 * Playwright's `test` with one more promise: an error in the console, an uncaught error, a broken
 * Content-Security-Policy or a request to another site fails the test, whatever it looked at.
 * The service worker is off, since what it keeps would be fetched in every test; what needs it says
 * `test.use({ serviceWorkers: 'allow' })`.
 */
export const test = base.extend<Profile>({
  serviceWorkers: 'block',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  expected: async ({}, use) => use([]),
  context: async ({ context, baseURL, expected, serviceWorkers }, use) => {
    const problems = await problemsOf(context, baseURL)
    if (serviceWorkers === 'allow') await context.addInitScript(claimFastConnection)
    await use(context)
    expectOnly(problems, expected)
  },
  otherProfile: async ({ browser, baseURL, expected }, use) => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const problems = await problemsOf(context, baseURL)
    await use(context)
    expectOnly(problems, expected)
    await context.close()
  },
})

/** On a busy computer Chromium takes even this one's own server for a slow connection, and pages then store nothing. */
function claimFastConnection(): void {
  const value = { effectiveType: '4g', rtt: 50, downlink: 10, saveData: false }
  Object.defineProperty(navigator, 'connection', { value, configurable: true })
}

/** A list that fills with what goes wrong on any page of the profile. */
async function problemsOf(context: BrowserContext, home = ''): Promise<string[]> {
  const problems: string[] = []
  context.on('page', waitsForReact)
  context.on('console', (message) => {
    const { url, lineNumber } = message.location()
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${url}:${lineNumber})`)
  })
  context.on('weberror', (error) => {
    problems.push(`uncaught: ${error.error().message} (${error.page()?.url()})`)
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    const isLocal = ['data:', 'blob:'].includes(protocol) || home.startsWith(origin)
    if (!isLocal) problems.push(`request to another site: ${request.url()}`)
  })
  // Chromium names a violation in the console too, but not the element and not in every case.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.error(`policy broken: ${violatedDirective} ${blockedURI} ${sample}`)
    })
  })
  return problems
}

function expectOnly(problems: string[], expected: RegExp[]): void {
  const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)))
  expect(unexpected, 'what went wrong on the pages of this test').toEqual([])
}

/**
 * Pages are readable before React has taken them over, and in those milliseconds a press does nothing. A
 * test is faster than any reader, so loading a page includes that moment.
 */
function waitsForReact(page: Page): void {
  const load = page.goto.bind(page)
  const reload = page.reload.bind(page)
  page.goto = async (...parameters) => {
    const response = await load(...parameters)
    await untilReactHasIt(page)
    return response
  }
  page.reload = async (...parameters) => {
    const response = await reload(...parameters)
    await untilReactHasIt(page)
    return response
  }
}

async function untilReactHasIt(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Without JavaScript the head script put no role on the page; the 404 page has no React.
    const isPlain = !document.documentElement.dataset.role || !document.querySelector('script[type="module"]')
    const isTaken = () => {
      const header = document.querySelector('header, main')
      return !header || Object.keys(header).some((key) => key.startsWith('__reactProps'))
    }
    while (!isPlain && !isTaken()) await new Promise(requestAnimationFrame)
    // Effects run soon after; when the browser has nothing left to do, they have.
    if (!isPlain) await new Promise((resolve) => requestIdleCallback(resolve))
  })
}
