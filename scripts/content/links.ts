import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import type { Document } from './compile.ts'
import { excerpt, type Problem } from './problem.ts'

/** Pages that no content file makes, and that content may link to. */
const fixedPages = [
  '/',
  '/summary',
  '/quiz',
  '/progress',
  '/glossary',
  '/about',
  '/settings',
  '/instructor',
  '/search',
]

/** Checks every link of a text: pages, headings, glossary terms, and that strangers are met over https. */
export function linkProblems(document: Document, documents: Document[], catalogue: Catalogue): Problem[] {
  return document.body.links.flatMap(({ url, line }) => {
    const expected = expectation(url, document, documents, catalogue)
    return expected ? [{ file: document.file, line, expected, found: excerpt(url) }] : []
  })
}

/** What a link should have been, or nothing when it is right. */
function expectation(
  link: string,
  document: Document,
  documents: Document[],
  catalogue: Catalogue,
): string | undefined {
  if (/^[a-z]+:/i.test(link))
    return link.startsWith('https://') ? undefined : 'an address that starts with https://'
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? document : documents.find((candidate) => candidate.address === path)
  if (target) {
    if (anchor === undefined || anchorsOf(target).includes(anchor)) return undefined
    return `a heading or note of ${target.address}: ${anchorsOf(target).join(', ')}`
  }
  if (path === '/glossary' && anchor !== undefined) {
    return catalogue.glossary.some((term) => term.id === anchor)
      ? undefined
      : 'a term of content/glossary.yaml'
  }
  const pages = [
    ...fixedPages,
    ...catalogue.areas.flatMap((area) => [`/${area.slug}`, `/brief/${area.slug}`, `/quiz/${area.slug}`]),
  ]
  return pages.includes(path) ? undefined : 'the address of a page, such as /internals/cgroups'
}

function anchorsOf({ body }: Document): string[] {
  return [...body.headings, ...body.notes].map(({ slug }) => slug)
}
