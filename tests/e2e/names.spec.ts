import type { Page } from '@playwright/test'
import { pageAddresses } from '#tests/support/content.ts'
import { openAll } from '#tests/support/page-checks.ts'
import { expect, test } from '#tests/support/test.ts'

/** What a screen reader says of places and fields: told apart by name, and nothing told twice. */

test.use({ trace: 'off' })

const addresses = [...pageAddresses(), '/a']

type Named = { role: string; name: string; description: string }

/** All that the browser tells a screen reader of, in order. */
async function namedOn(page: Page): Promise<Named[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      description: String(description?.value ?? ''),
    }))
}

const landmarks = ['region', 'navigation', 'complementary', 'form', 'search', 'main', 'banner', 'contentinfo']

for (const half of [0, 1]) {
  test(`no two places of a page share a name, and no hint repeats one, ${half + 1} of 2`, async ({
    page,
  }) => {
    test.slow()
    for (const address of addresses.filter((_, index) => index % 2 === half)) {
      await page.goto(address)
      await openAll(page)
      const all = await namedOn(page)
      const places = all.filter(({ role, name }) => landmarks.includes(role) && name)
      const seen = places.map(({ role, name }) => `${role}: ${name}`)
      const twice = seen.filter((name, index) => seen.indexOf(name) !== index)
      expect.soft(twice, `places of ${address}`).toEqual([])
      const repeated = all.filter(({ name, description }) => description && name.includes(description))
      expect.soft(repeated, `hints of ${address}`).toEqual([])
    }
  })
}
