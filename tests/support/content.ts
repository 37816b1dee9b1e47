import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Item } from '#domain/quiz/item.ts'

/**
 * The addresses of the built pages, and the items as their authors wrote them. Both are read from files, because
 * compiling the content would take seconds in every worker.
 */
const built = 'build/client'

/** The address of every built page. The page for unknown addresses is `/404`. */
export function pageAddresses(): string[] {
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
  const pages = files.filter((file) => /(^|\/)index\.html$/.test(file))
  if (pages.length === 0) throw new Error(`no pages in ${built}: run "npm run build" first`)
  return ['/404', ...pages.map((file) => `/${file.replace(/\/?index\.html$/, '')}`)].sort()
}

/** Area slugs in course order. */
export const areaSlugs = numbered('content').map(slugOf)

/** All items of an area. The build has checked them against the schema. */
export function itemsOf(area: string): Item[] {
  return lessonFolders(area).flatMap((folder) => parse(readFileSync(join(folder, 'quiz.yaml'), 'utf8')))
}

/**
 * Text as a reader sees it: without the backticks around code, without the marks of our translator, and with whitespace
 * collapsed.
 */
export function plain(text: string): string {
  return text
    .replaceAll(/[`\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function lessonFolders(area: string): string[] {
  const folder = numbered('content').find((name) => slugOf(name) === area)
  if (!folder) throw new Error(`there is no area ${area} in content/`)
  return numbered(`content/${folder}`).map((name) => `content/${folder}/${name}`)
}

function numbered(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d\d-/.test(name))
    .sort()
}

function slugOf(folder: string): string {
  return folder.replace(/^\d\d-/, '')
}
