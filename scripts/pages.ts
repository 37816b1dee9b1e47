import { compileContent } from './content/compile.ts'
import { hasLabs } from './site.ts'

/** Pages that no content file makes. `/a` is what a quiz link opens. */
const fixedPages = [
  '/',
  '/summary',
  '/quiz',
  '/a',
  '/instructor',
  '/progress',
  '/search',
  '/glossary',
  '/settings',
  '/about',
  '/404',
]

/** The address of every page, for prerendering, the sitemap and the tests that visit them all. */
export function pageAddresses(root: string): string[] {
  const { catalogue } = compileContent(root)
  return [
    ...fixedPages,
    ...catalogue.primers.map((primer) => `/start/${primer.slug}`),
    ...catalogue.areas.flatMap(({ slug }) => [`/${slug}`, `/brief/${slug}`, `/quiz/${slug}`]),
    ...(hasLabs ? ['/labs', '/labs/sandbox', ...catalogue.labs.map(({ id }) => `/labs/${id}`)] : []),
    ...catalogue.lessons.map(({ area, slug }) => `/${area}/${slug}`),
  ]
}
