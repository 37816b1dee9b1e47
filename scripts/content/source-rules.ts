import type { Source } from '#domain/catalog/lesson.ts'
import type { Course } from './catalog-rules.ts'
import { formatFound, type Problem } from './problem.ts'
import type { ContentPage } from './read-content-page.ts'
import type { YamlDocument } from './read-yaml.ts'

type SourcePage = { page: ContentPage; sources: Source[] }
/** The title with which an address is first listed, and the file. */
type ListedSources = Map<string, { title: string; file: string }>

/**
 * Checks sources without the network. A listed source belongs to the text as a whole, so no rule can tell whether a sentence
 * still needs it. What an item cites must be listed in its lesson, where the reader finds its title and date.
 */
export function sourceProblems(course: Course, today: string): Problem[] {
  const problems: Problem[] = []
  const { catalog, pages, glossaryFile } = course
  const listed: ListedSources = new Map()
  for (const { id, sources } of [...catalog.lessons, ...catalog.primers]) {
    const page = pages.find(({ owner }) => owner === id)
    if (!page) continue
    problems.push(...listProblems({ page, sources }, listed, today))
    problems.push(...citationProblems({ page, sources }))
  }
  catalog.glossary.forEach(({ source }, index) => {
    if (glossaryFile) problems.push(...addressProblems(source, glossaryFile, [index, 'source']))
  })
  return problems
}

function listProblems({ page, sources }: SourcePage, listed: ListedSources, today: string): Problem[] {
  const { front, file } = page
  return sources.flatMap(({ url, title, checked }, index) => {
    const problems = addressProblems(url, front, ['sources', index, 'url'])
    const report = (field: keyof Source, expected: string, found: string) =>
      problems.push({ file, line: front.lineOf(['sources', index, field]), expected, found })
    if (sources.findIndex((source) => source.url === url) < index) {
      report('url', 'each source of a page once', formatFound(url))
    }
    const first = listed.get(url)
    if (!first) listed.set(url, { title, file })
    else if (first.title !== title) {
      report(
        'title',
        `the title this address has in ${first.file}: ${formatFound(first.title)}`,
        formatFound(title),
      )
    }
    if (checked > today) report('checked', `a day no later than ${today}`, formatFound(checked))
    return problems
  })
}

function citationProblems({ page: { items, quiz, file }, sources }: SourcePage): Problem[] {
  if (!quiz) return []
  const addresses = sources.map(({ url }) => url)
  return items.flatMap((item, index) =>
    item.sources.flatMap((url, at) => {
      const line = quiz.lineOf([index, 'sources', at])
      const problems: Problem[] = []
      if (!addresses.includes(url)) {
        const expected = `${item.id}: an address of the sources in ${file}`
        problems.push({ file: quiz.file, line, expected, found: formatFound(url) })
      }
      if (item.sources.indexOf(url) < at) {
        problems.push({
          file: quiz.file,
          line,
          expected: `${item.id}: each source once`,
          found: formatFound(url),
        })
      }
      return problems
    }),
  )
}

/** Checks that an address is in its normalized form; the schema has checked that it is a valid one. */
function addressProblems(url: string, document: YamlDocument, path: PropertyKey[]): Problem[] {
  const plain = normalizeAddress(url)
  if (url === plain) return []
  return [{ file: document.file, line: document.lineOf(path), expected: plain, found: formatFound(url) }]
}

function normalizeAddress(url: string): string {
  const address = new URL(url)
  for (const key of [...address.searchParams.keys()]) {
    if (/^(utm_|fbclid|gclid)/.test(key)) address.searchParams.delete(key)
  }
  address.username = ''
  address.password = ''
  // Docker's pages end in a slash; without it, every visit is redirected.
  if (address.hostname === 'docs.docker.com' && !/(\/|\.[a-z]+)$/.test(address.pathname))
    address.pathname += '/'
  return address.href
}
