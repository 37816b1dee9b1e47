import { paths } from '#domain/paths.ts'
import type { Course } from './catalog-rules.ts'
import { areaPages, fixedPages, labPages } from './page-files.ts'
import { formatFound, type Problem } from './problem.ts'
import type { ContentPage } from './read-content-page.ts'

/** Checks every link of a text: pages, headings, glossary terms, and that external links use https. */
export function linkProblems(page: ContentPage, course: Course): Problem[] {
  return page.body.links.flatMap(({ url, line }) => {
    const expected = expectation(url, page, course)
    return expected ? [{ file: page.file, line, expected, found: formatFound(url) }] : []
  })
}

/** A correct link instead of this one; undefined if it is correct. */
function expectation(link: string, page: ContentPage, course: Course): string | undefined {
  const { catalog, pages, glossaryFile, unreadablePages } = course
  if (/^([a-z][a-z+.-]*:|\/\/)/i.test(link)) return externalLinkExpectation(link)
  const [address = '', anchor] = link.split('#')
  // A link may set the role or a search: /internals/cgroups?role=manager.
  const path = address.replace(/\?.*$/, '')
  const target = address === '' ? page : pages.find((candidate) => candidate.address === path)
  if (target) {
    if (anchor === undefined || anchorsOf(target).includes(anchor)) return undefined
    return `a heading or note of ${target.address}: ${anchorsOf(target).join(', ')}`
  }
  if (path === paths.glossary() && anchor !== undefined) {
    const isTerm = !glossaryFile || catalog.glossary.some((term) => term.id === anchor)
    return isTerm ? undefined : 'a term of content/glossary.yaml'
  }
  if (unreadablePages.some((unreadable) => unreadable.address === path)) return undefined
  const addresses = [
    ...fixedPages,
    ...labPages(catalog.labs.map(({ id }) => id)),
    ...catalog.areas.flatMap(({ slug }) => areaPages(slug)),
  ]
  if (!addresses.includes(path)) return `the address of a page${suggestSimilar(path, pages)}`
  return anchor === undefined
    ? undefined
    : `${path} without an anchor; only lessons and the glossary have some`
}

function externalLinkExpectation(link: string): string | undefined {
  const isCompleteAddress = link.startsWith('https://') && URL.canParse(link)
  return isCompleteAddress ? undefined : 'an address that starts with https://'
}

function anchorsOf({ body }: ContentPage): string[] {
  return [...body.headings, ...body.notes].map(({ slug }) => slug)
}

/** Suggests an address for the usual mistake, a wrong or missing area: the topic's name identifies the lesson. */
function suggestSimilar(path: string, pages: ContentPage[]): string {
  const topic = path.split('/').filter(Boolean).at(-1)
  const intendedPage = pages.find(({ address }) => topic !== undefined && address.endsWith(`/${topic}`))
  return intendedPage ? `; ${intendedPage.address} is one` : ', such as /internals/cgroups'
}
