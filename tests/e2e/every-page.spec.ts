import type { CDPSession, Page } from '@playwright/test'
import { pageAddresses } from '#tests/support/content.ts'
import {
  coveredWhenFocused,
  expectAccessiblePage,
  openAll,
  overflowingElements,
  waitForIdleLayout,
} from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'

/** One visit runs all checks of a page, because loading a page takes longer than most checks. */

// A trace would take longer to record than the checks take.
test.use({ trace: 'off' })

const addresses = [...pageAddresses(), '/search?q=tmpfs', '/summary?role=manager']

/** The pages of a group are checked one after another in the same window. */
function groupOf(address: string): string {
  const [, first = '', second] = address.split('/')
  const isAlone = second === undefined && !addresses.some((other) => other.startsWith(`/${first}/`))
  return isAlone ? 'the pages that stand alone' : `the pages of /${first}`
}

for (const group of new Set(addresses.map(groupOf))) {
  test(`${group}: axe finds nothing, names are distinct, and it fits at 320 px and with text at 200 %`, async ({
    page,
  }) => {
    const pages = addresses.filter((address) => groupOf(address) === group)
    test.setTimeout(60_000 * pages.length)
    const session = await page.context().newCDPSession(page)
    const setDesktop = async () => {
      await page.setViewportSize({ width: 1280, height: 720 })
      await setTextSize(session, 16)
    }
    await setDesktop()
    for (const address of pages) {
      await page.goto(address)
      await openAll(page)
      await waitForIdleLayout(page)
      await expectAccessiblePage(page, address)
      expect.soft(await coveredWhenFocused(page), `covered with the focus on ${address}`).toEqual([])
      await setTextSize(session, 32)
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
      expect.soft(size, `twice the 18 px of this site on ${address}`).toBe('36px')
      for (const width of [1280, 640, 320]) {
        const wide = await overflowingElements(page, width)
        expect.soft(wide, `${address} at ${width} px with text at 200 %`).toEqual([])
      }
      await setDesktop()
      // Last, because Chromium sometimes crashed when a page was resized after its accessibility tree had been read.
      await expectNamesToldApart(page, address)
    }
  })
}

/**
 * Changes the browser’s text size setting (16 px by default). Unlike a larger root font size, it also affects the
 * breakpoints.
 */
async function setTextSize(session: CDPSession, pixels: number): Promise<void> {
  await session.send('Page.setFontSizes', { fontSizes: { standard: pixels } })
}

const landmarks = ['region', 'navigation', 'complementary', 'form', 'search', 'main', 'banner', 'contentinfo']

/** In the accessibility tree, no two landmarks have the same name, and no field’s description repeats its name. */
async function expectNamesToldApart(page: Page, address: string): Promise<void> {
  // A separate session, so that it can be closed: the browser keeps updating the tree while it is open, which is slow.
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const all = nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      description: String(description?.value ?? ''),
    }))
  const places = all.filter(({ role, name }) => landmarks.includes(role) && name)
  const seen = places.map(({ role, name }) => `${role}: ${name}`)
  const repeatedPlaces = seen.filter((name, index) => seen.indexOf(name) !== index)
  expect.soft(repeatedPlaces, `places of ${address}`).toEqual([])
  const repeatedNames = all.filter(({ name, description }) => description && name.includes(description))
  expect.soft(repeatedNames, `hints of ${address}`).toEqual([])
}
