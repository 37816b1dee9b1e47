import { areaFolders, filesOnDisk, labIdOf, primerFiles } from './content/index.ts'
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

/** The address of every page, for prerendering and the sitemap: known from the names of folders, before anything is compiled. */
export function pageAddresses(root: string): string[] {
  const tree = filesOnDisk(root)
  const areas = areaFolders(tree)
  const lessons = areas.flatMap((area) => area.lessons)
  const labs = lessons.flatMap((lesson) => labIdOf(tree, lesson) ?? [])
  return [
    ...fixedPages,
    ...primerFiles(tree).map(({ address }) => address),
    ...areas.flatMap(({ slug }) => [`/${slug}`, `/brief/${slug}`, `/quiz/${slug}`]),
    ...(hasLabs ? ['/labs', '/labs/sandbox', ...labs.map((id) => `/labs/${id}`)] : []),
    ...lessons.map(({ address }) => address),
  ]
}
