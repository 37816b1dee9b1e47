import { compileCourse } from './content/compile.ts'
import { hasLabs } from './site-config.ts'

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
  const { catalog } = compileCourse(root)
  return [
    ...fixedPages,
    ...catalog.primers.map((primer) => `/start/${primer.slug}`),
    ...catalog.areas.flatMap(({ slug }) => [`/${slug}`, `/brief/${slug}`, `/quiz/${slug}`]),
    ...(hasLabs ? ['/labs', '/labs/sandbox', ...catalog.labs.map(({ id }) => `/labs/${id}`)] : []),
    ...catalog.lessons.map(({ area, slug }) => `/${area}/${slug}`),
  ]
}
