import type { Page } from '@playwright/test'
import { pageAddresses } from '#tests/support/content.ts'
import { expect, test } from '#tests/support/test.ts'

const addresses = pageAddresses()

type Facts = {
  address: string
  title: string
  description: string
  canonical: string
  openGraph: Record<string, string>
  language: string
  levels: number[]
  ids: string[]
  links: string[]
}

/** Facts about the built HTML of every page, parsed by the browser. */
async function factsOf(page: Page): Promise<Facts[]> {
  // Parsed pages fall under the policy of the open one, which must allow the inlined styles.
  await page.goto('/about')
  return page.evaluate(async (all) => {
    const read = async (address: string): Promise<Facts> => {
      const html = await (await fetch(address)).text()
      const doc = new DOMParser().parseFromString(html, 'text/html')
      const content = (selector: string) => doc.querySelector(selector)?.getAttribute('content') ?? ''
      const open = [...doc.querySelectorAll('meta[property^="og:"]')]
      return {
        address,
        title: doc.title,
        description: content('meta[name="description"]'),
        canonical: doc.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '',
        openGraph: Object.fromEntries(
          open.map((meta) => [meta.getAttribute('property') ?? '', meta.getAttribute('content') ?? '']),
        ),
        language: doc.documentElement.lang,
        levels: [...doc.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1])),
        ids: [...doc.querySelectorAll('[id]')].map(({ id }) => id),
        links: [...doc.querySelectorAll('a[href]')].map((link) => {
          // Relative links resolve against the address of their own page, not against the open one.
          return new URL(link.getAttribute('href') ?? '', new URL(address, location.origin)).href
        }),
      }
    }
    return Promise.all(all.map(read))
  }, addresses)
}

let facts: Facts[] = []
test.beforeEach(async ({ page }) => {
  if (facts.length === 0) facts = await factsOf(page)
})

test('every page has a unique title and description', () => {
  expect(repeated(facts.map(({ title }) => title))).toEqual([])
  expect(repeated(facts.map(({ description }) => description))).toEqual([])
  for (const { address, title, description, language } of facts) {
    expect.soft(title, address).toMatch(/^(.+ · )?Docker Mastery$/)
    expect.soft(description.length, `description of ${address}`).toBeGreaterThan(40)
    expect.soft(description.length, `description of ${address}`).toBeLessThanOrEqual(200)
    expect.soft(language, address).toBe('en')
  }
})

test('every page has its canonical address and metadata for sharing', () => {
  const elsewhere = facts.filter(({ address, canonical }) => new URL(canonical).pathname !== address)
  expect.soft(elsewhere.map(({ address, canonical }) => `${address} says ${canonical}`)).toEqual([])
  for (const { address, title, description, canonical, openGraph } of facts) {
    expect.soft(openGraph, `Open Graph of ${address}`).toMatchObject({
      'og:title': title,
      'og:description': description,
      'og:url': canonical,
      'og:site_name': 'Docker Mastery',
      'og:type': expect.stringMatching(/^(article|website)$/),
    })
  }
})

test('headings start with the only h1 and skip no level', () => {
  for (const { address, levels } of facts) {
    expect
      .soft(
        levels.filter((level) => level === 1),
        `h1 of ${address}`,
      )
      .toHaveLength(1)
    expect.soft(levels[0], `first heading of ${address}`).toBe(1)
    const skips = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)
    expect.soft(skips, `levels skipped on ${address}: ${levels.join(' ')}`).toEqual([])
  }
})

test('ids are unique on every page', () => {
  for (const { address, ids } of facts) expect.soft(repeated(ids), address).toEqual([])
})

test('every link inside the course leads to an existing page and anchor', async ({ page, baseURL }) => {
  const pages = new Map(facts.map((fact) => [fact.address, new Set(fact.ids)]))
  const dead: string[] = []
  const unknown = new Set<string>()
  for (const { address, links } of facts) {
    for (const link of links) {
      const { origin, pathname, hash } = new URL(link)
      if (origin !== new URL(baseURL ?? '').origin) continue
      const target = pages.get(pathname.replace(/(.)\/$/, '$1'))
      if (!target) unknown.add(`${pathname} (from ${address})`)
      else if (hash && !target.has(decodeURIComponent(hash.slice(1))))
        dead.push(`${address} → ${pathname}${hash}`)
    }
  }
  expect.soft(dead, 'anchors that are not there').toEqual([])
  for (const found of unknown) {
    const response = await page.request.get(found.split(' ')[0] ?? '')
    expect.soft(response.status(), found).toBe(200)
  }
})

test('the sitemap lists exactly the pages that search engines may index', async ({ page }) => {
  const xml = await (await page.request.get('/sitemap.xml')).text()
  const listed = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname)
  const findable = addresses.filter((address) => !['/404', '/a'].includes(address))
  expect(listed.sort()).toEqual(findable.sort())
  expect((await page.request.get('/robots.txt')).status()).toBe(200)
})

function repeated(texts: string[]): string[] {
  return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))]
}
