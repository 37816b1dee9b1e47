import { paths } from '#domain/paths.ts'
import {
  areaFolders,
  areaPages,
  filesOnDisk,
  fixedPages,
  labIdOf,
  labPageFiles,
  labPages,
  primerFiles,
} from './content/index.ts'

/**
 * The addresses of all pages, for prerendering and the sitemap. They are derived from the names of folders, before
 * anything is compiled.
 */
export function pageAddresses(root: string): string[] {
  const tree = filesOnDisk(root)
  const areas = areaFolders(tree)
  const lessons = areas.flatMap((area) => area.lessons)
  const labs = labPageFiles(tree).flatMap((page) => labIdOf(tree, page) ?? [])
  return [
    ...fixedPages,
    paths.quizLinkPage(),
    paths.notFound(),
    ...primerFiles(tree).map(({ address }) => address),
    ...areas.flatMap(({ slug }) => areaPages(slug)),
    ...labPages(labs),
    ...lessons.map(({ address }) => address),
  ]
}
