import { createHash } from 'node:crypto'
import { type Shop, type ShopFile, shopScript } from '#domain/lab/shop.ts'
import type { ContentFiles } from './content-files.ts'
import { numberedFolders } from './page-files.ts'
import type { Problem } from './problem.ts'

const shopFolder = 'content/shop'

/** The README in the download. */
export function shopReadme(content: ContentFiles): string {
  return content.read(`${shopFolder}/README.md`) ?? ''
}

/** The steps of the shop, in order. */
export function shopSteps(content: ContentFiles): string[] {
  return numberedFolders(content, shopFolder).map(({ slug }) => slug)
}

/**
 * All files of the shop at one of its steps, sorted. A step’s folder has only the files that are new or changed; the
 * others are those of the steps before it. Undefined if there is no such step.
 */
export function shopFilesAt(content: ContentFiles, step: string): ShopFile[] | undefined {
  const folders = numberedFolders(content, shopFolder)
  const last = folders.findIndex(({ slug }) => slug === step)
  if (last < 0) return undefined
  const texts = new Map<string, string>()
  for (const { folder } of folders.slice(0, last + 1))
    for (const path of content.files(folder)) texts.set(path, content.read(`${folder}/${path}`) ?? '')
  return [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => ({ path, text }))
}

/** A file of the shop, by the name that lessons use to quote it: `shop/two-stages/api/Dockerfile`. */
export function readShopFile(content: ContentFiles, name: string): string | undefined {
  const [, step = '', wanted] = /^shop\/([^/]+)\/(.+)$/.exec(name) ?? []
  return shopFilesAt(content, step)?.find(({ path }) => path === wanted)?.text
}

export function readShop(content: ContentFiles, step: string): Shop | undefined {
  const files = shopFilesAt(content, step)
  if (!files) return undefined
  const script = shopScript(files)
  return { step, digest: createHash('sha256').update(script).digest('hex').slice(0, 12), script }
}

/** A lab or a recording script with its shop. A step that does not exist is reported at `line` and left out. */
export function withShop<Entry extends { shop?: string | undefined }>(
  content: ContentFiles,
  { shop: step, ...entry }: Entry,
  { file, line, problems }: { file: string; line: number; problems: Problem[] },
): Omit<Entry, 'shop'> & { shop?: Shop } {
  if (step === undefined) return entry
  const shop = readShop(content, step)
  if (shop) return { ...entry, shop }
  const steps = shopSteps(content).join(', ') || 'there is none'
  problems.push({ file, line, expected: `a step of ${shopFolder}: ${steps}`, found: step })
  return entry
}
