import { expect, test } from 'vitest'
import { sitemap } from '#scripts/build/sitemap.ts'

const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address)

test.each([
  ['/', ['https://example.org/', 'https://example.org/images/layers']],
  ['/docker/', ['https://example.org/docker/', 'https://example.org/docker/images/layers']],
])('below %s, each page is listed with its full address', (base, expected) => {
  const xml = sitemap(['/', '/images/layers'], { url: 'https://example.org', base })
  expect(locations(xml)).toEqual(expected)
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset [^>]*>\n[\s\S]*<\/urlset>\n$/)
})
