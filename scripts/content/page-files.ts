import { parse } from 'yaml'
import { sandboxId } from '#domain/lab/lab-summary.ts'
import { paths } from '#domain/paths.ts'
import type { ContentFiles } from './content-files.ts'

/** Pages without a content file that content may link to. */
export const fixedPages = [
  paths.home(),
  paths.summary(),
  paths.quiz(),
  paths.progress(),
  paths.glossary(),
  paths.about(),
  paths.settings(),
  paths.instructor(),
  paths.search(),
]

/** The pages of an area. */
export const areaPages = (slug: string) => [paths.area(slug), paths.brief(slug), paths.quiz(slug)]

/** The list of labs, the sandbox and each lab. */
export const labPages = (ids: readonly string[]) => [paths.labs(), ...[sandboxId, ...ids].map(paths.lab)]

/** A file that becomes a page, and the address that its folders give it. */
export type PageFile = { file: string; slug: string; address: string }

export type AreaFolder = { folder: string; number: number; slug: string; lessons: PageFile[] }

/** The areas in course order with their lessons, derived from the names of folders. */
export function areaFolders(content: ContentFiles): AreaFolder[] {
  return numberedFolders(content, 'content').map(({ folder, number, slug: area }) => ({
    folder,
    number,
    slug: area,
    lessons: numberedFolders(content, folder).map(({ folder, slug }) => ({
      file: `${folder}/lesson.mdx`,
      slug,
      address: paths.lesson({ area, slug }),
    })),
  }))
}

/** The primers in the order in which a beginner reads them. */
export function primerFiles(content: ContentFiles): PageFile[] {
  return numberedFolders(content, 'content/start').map(({ folder, slug }) => ({
    file: `${folder}/primer.mdx`,
    slug,
    address: paths.primer(slug),
  }))
}

/** Every page that may have a lab, in course order. */
export function labPageFiles(content: ContentFiles): PageFile[] {
  return [...primerFiles(content), ...areaFolders(content).flatMap((area) => area.lessons)]
}

/** `03-images` has the number 3 and the slug `images`. */
export function numberedFolders(content: ContentFiles, parent: string) {
  const names = content.folders(parent).filter((name) => /^\d\d-/.test(name))
  return names.map((name) => ({
    folder: `${parent}/${name}`,
    number: Number.parseInt(name, 10),
    slug: name.slice('00-'.length),
  }))
}

/** The path of the lab of a lesson or a primer. */
export const labFileOf = (page: string) => page.replace(/[^/]+$/, 'lab.yaml')

/** The id of a page’s lab, read without checking the rest of the file. */
export function labIdOf(content: ContentFiles, { file }: PageFile): string | undefined {
  const text = content.read(labFileOf(file))
  return text === undefined ? undefined : parse(text).id
}
