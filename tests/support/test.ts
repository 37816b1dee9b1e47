import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, test as base, errors, expect, type Page, type TestInfo } from '@playwright/test'
import { lostNavigation } from './browser-faults.ts'
import { isHydrated } from './is-hydrated.ts'

export { expect }

type Profile = {
  /** Problems that this test expects, such as a 404 that it requests. Any other problem fails it. */
  expected: RegExp[]
  /** A second browser profile with its own storage. Problems on its pages fail the test as well. */
  otherProfile: BrowserContext
}

/**
 * Playwright's `test`, which also fails if a page logs an error, throws an uncaught error, violates its
 * Content-Security-Policy, or sends a request to another site. Service workers are off, because every test would
 * download what they store; a test that needs them says `test.use({ serviceWorkers: 'allow' })`.
 */
export const test = base.extend<Profile>({
  serviceWorkers: 'block',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  expected: async ({}, use) => use([]),
  context: async ({ context, baseURL, expected, serviceWorkers }, use, testInfo) => {
    if (serviceWorkers === 'allow') await context.addInitScript(claimFastConnection)
    const check = await watch(context, baseURL, { hasServiceWorker: serviceWorkers === 'allow' })
    await use(context)
    await check(expected, testInfo)
  },
  otherProfile: async ({ browser, baseURL, expected }, use, testInfo) => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const check = await watch(context, baseURL, { hasServiceWorker: false })
    await use(context)
    await check(expected, testInfo)
    await context.close()
  },
})

/** Pages store nothing on a slow connection, and on a busy computer Chromium takes even a local server for one. */
function claimFastConnection(): void {
  const value = { effectiveType: '4g', rtt: 50, downlink: 10, saveData: false }
  Object.defineProperty(navigator, 'connection', { value, configurable: true })
}

/** Watches the pages of a profile. Call what it returns when the test has used them. */
async function watch(
  context: BrowserContext,
  home: string | undefined,
  { hasServiceWorker }: { hasServiceWorker: boolean },
) {
  const problems = await problemsOf(context, home)
  if (!hasServiceWorker) context.on('page', reportLostNavigations)
  return async (expected: RegExp[], { status }: TestInfo) => {
    if (status === 'timedOut') problems.push(...(await unresponsivePages(context)))
    expectOnly(problems, expected)
  }
}

/** A list that collects the problems on all pages of the profile. */
async function problemsOf(context: BrowserContext, home = ''): Promise<string[]> {
  const problems: string[] = []
  context.on('page', waitForHydrationOnLoad)
  context.on('page', (page) => page.on('crash', () => problems.push(`Page crashed: ${page.url()}`)))
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
  // Chromium logs violations too, but not all of them, and without the element.
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

/** A page ignores clicks until it is hydrated, and a test is faster than any reader, so loading includes hydration. */
function waitForHydrationOnLoad(page: Page): void {
  const load = page.goto.bind(page)
  const reload = page.reload.bind(page)
  page.goto = async (...parameters) => {
    const response = await load(...parameters)
    await waitForHydration(page)
    return response
  }
  page.reload = async (...parameters) => {
    const response = await reload(...parameters)
    await waitForHydration(page)
    return response
  }
}

/** Says so when a page has not even begun to change after 30 seconds. Not where a service worker could be the reason. */
function reportLostNavigations(page: Page): void {
  const load = page.goto.bind(page)
  page.goto = async (address, options) => {
    const before = page.url()
    try {
      return await load(address, { timeout: 30_000, ...options })
    } catch (error) {
      const isLost = error instanceof errors.TimeoutError && page.url() === before
      throw isLost ? new Error(`${lostNavigation} ${address}`, { cause: error }) : error
    }
  }
}

/** Pages whose process is gone although Chromium reported no crash: they do not respond at all. */
async function unresponsivePages(context: BrowserContext): Promise<string[]> {
  const pages = context.pages().map(async (page) => {
    const late = wait(10_000, 'late', { ref: false })
    const response = await Promise.race([page.evaluate('1').catch(() => 'closed'), late])
    return response === 'late' ? [`Page crashed and does not respond: ${page.url()}`] : []
  })
  return (await Promise.all(pages)).flat()
}

/** One evaluation, because an idle callback that is requested in a second one sometimes never came on a busy computer. */
async function waitForHydration(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const isHydrated = ${isHydrated}
    // The head script sets the role, so without JavaScript there is none. The 404 page has no module script.
    if (!document.documentElement.dataset.role || !document.querySelector('script[type="module"]')) return
    const isReady = () => !document.querySelector('header, main') || isHydrated('header, main')
    while (!isReady()) await new Promise(requestAnimationFrame)
    // Effects run soon after hydration, and have run once the browser is idle. With a limit, because Chromium sometimes
    // never calls it in a page that paints nothing.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }))
  })()`)
}
