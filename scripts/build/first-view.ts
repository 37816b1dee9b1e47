import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { siteConfig } from '../site-config.ts'
import { brotli } from './compress.ts'

export type FirstView = { html: number; script: number; style: number; font: number }

/**
 * The bytes that the first view of a built page downloads, each file compressed with Brotli (fonts as they are): its scripts
 * with all their imports, and a lesson's own text and quiz. What is prefetched for the next page does not count.
 */
export function firstView(folder: string, page: string): FirstView {
  const html = readFileSync(join(folder, page, 'index.html'))
  const text = html.toString()
  const own = page.replaceAll('/', '-')
  const linked = [...text.matchAll(/<link\b[^>]*>/g)].map(([link]) => link)
  const hrefs = (pattern: RegExp) =>
    linked.filter((link) => pattern.test(link)).flatMap((link) => /href="([^"]+)"/.exec(link)?.[1] ?? [])
  const roots = new Set([
    ...hrefs(/rel="modulepreload"/),
    ...[...text.matchAll(/"([^"]*\/assets\/[^"]+\.js)"/g)]
      .map(([, address = '']) => address)
      .filter((address) => !/\/(lesson|quiz)-[a-z]/.test(address) || isOwn(address, own)),
  ])
  const scripts = withImports(folder, [...roots].map(fileOf))
  return {
    html: brotli(html).length,
    script: sum([...scripts].map((file) => brotli(readFileSync(join(folder, file))).length)),
    style: brotli(Buffer.from(/<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '')).length,
    font: sum(
      [...text.matchAll(/"([^"]+\.woff2)"/g)].map(
        ([, href = '']) => statSync(join(folder, fileOf(href))).size,
      ),
    ),
  }
}

function isOwn(address: string, own: string): boolean {
  return (
    own !== '' &&
    (address.includes(`/lesson-${own}-`) || address.includes(`/quiz-${own}-`) || isRouteChunk(address))
  )
}

/** The lesson route's own chunks are called lesson-main and lesson-client-loader. */
function isRouteChunk(address: string): boolean {
  return /\/lesson-(main|client-loader)-/.test(address)
}

function fileOf(address: string): string {
  return address.slice(siteConfig.base.length)
}

/** The files and everything they import statically. */
function withImports(folder: string, files: string[]): Set<string> {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    const code = readFileSync(join(folder, file), 'utf8')
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      visit(`assets/${name}`)
  }
  files.forEach(visit)
  return seen
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
