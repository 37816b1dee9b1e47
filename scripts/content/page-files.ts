import { parse } from 'yaml'
import type { ContentFiles } from './content-tree.ts'

/** A file that becomes a page, and the address that its folders give it. */
export type PageFile = { file: string; slug: string; address: string }

export type AreaFolder = { folder: string; number: number; slug: string; lessons: PageFile[] }

/** The areas in course order with their lessons, from the names of folders alone. */
export function areaFolders(tree: ContentFiles): AreaFolder[] {
  return numberedFolders(tree, 'content').map(({ folder, number, slug: area }) => ({
    folder,
    number,
    slug: area,
    lessons: numberedFolders(tree, folder).map(({ folder, slug }) => ({
      file: `${folder}/lesson.mdx`,
      slug,
      address: `/${area}/${slug}`,
    })),
  }))
}

export function primerFiles(tree: ContentFiles): PageFile[] {
  return tree.folders('content/start').map((slug) => ({
    file: `content/start/${slug}/primer.mdx`,
    slug,
    address: `/start/${slug}`,
  }))
}

/** `03-images` is the third, at `images`. */
function numberedFolders(tree: ContentFiles, parent: string) {
  const names = tree.folders(parent).filter((name) => /^\d\d-/.test(name))
  return names.map((name) => ({
    folder: `${parent}/${name}`,
    number: Number.parseInt(name, 10),
    slug: name.slice('00-'.length),
  }))
}

/** A lesson may have a lab beside it. */
export const labFileOf = (page: string) => page.replace(/[^/]+$/, 'lab.yaml')

/** The id of a lesson's lab, without checking the rest of it. */
export function labIdOf(tree: ContentFiles, { file }: PageFile): string | undefined {
  const text = tree.read(labFileOf(file))
  return text === undefined ? undefined : parse(text).id
}
