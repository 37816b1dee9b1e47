import type { OfflinePage } from './manifest.ts'

/**
 * The page that is shown offline instead of one that is not stored. It is based on the site’s 404 page, for its header,
 * footer and styles. Titles come from the course’s own pages and are already escaped.
 */
export function renderNotAvailablePage(
  notFoundHtml: string,
  base: string,
  page: OfflinePage,
  availablePages: OfflinePage[],
): string {
  const list = availablePages
    .map(({ address, title }) => `<li><a href="${base}${address}">${title}</a></li>`)
    .join('')
  const main = `<div class="max-w-measure"><h1>This page is not stored in this browser</h1>
<p class="mt-4">You seem to be offline, and “${page.title}” has not been stored here yet. Your progress is safe in this browser.</p>
<p class="mt-4">Connect to the network and <a href="${base}${page.address}">reload the page</a>. To have every page offline, choose “Save the whole course for offline use” in <a href="${base}settings">Settings</a> while you are online.</p>
${list ? `<h2 class="mt-8">What you can open now</h2><ul class="mt-4">${list}</ul>` : ''}</div>`
  return notFoundHtml
    .replace(/<title>[^<]*<\/title>/, () => '<title>Not stored in this browser · Docker Mastery</title>')
    .replace(/(<main[^>]*>)[\s\S]*(<\/main>)/, (_, start: string, end: string) => start + main + end)
}
