/** The addresses of all pages, as search engines read them. */
export function sitemap(addresses: string[], { url, base }: { url: string; base: string }): string {
  const entries = addresses.map((address) => `  <url><loc>${url}${base}${address.slice(1)}</loc></url>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n')
}
