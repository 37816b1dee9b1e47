import { join } from 'node:path'
import { startingScript } from '#domain/lab/shop.ts'
import { commandsToType } from '#domain/recording/recording-script.ts'
import type { CompiledCourse, ContentPage } from './compile.ts'

export const virtualModulePrefix = 'virtual:content/'

/** The addresses of what the browser loads: the chunks of each page, by the page’s id, and the title index. */
export type ChunkUrls = {
  bodies: Record<string, string>
  quizzes: Record<string, string>
  /** Only of pages that show recordings. */
  recordings: Record<string, string>
  searchIndex: string
}

export function catalogModule({ catalog, pages }: CompiledCourse): string {
  return `export const catalog = ${JSON.stringify(catalog)}\nexport const itemSummaries = ${JSON.stringify(summarizeItems(pages))}`
}

/** What pages need in order to list, draw or count items; the texts are in the quiz chunks. */
function summarizeItems(pages: ContentPage[]) {
  const items = pages.flatMap((page) => page.items)
  return items.map(({ id, rev, kind, objective, roles, difficulty, stem }) => {
    return { id, rev, kind, objective, roles, difficulty, stem }
  })
}

export function labsModule({ pages }: CompiledCourse): string {
  const labs = pages.flatMap(({ lab }) => (lab ? [{ lab: lab.value, output: lab.output }] : []))
  return `export const labs = ${JSON.stringify(labs)}`
}

export function quizModule(page: ContentPage): string {
  return `export const items = ${JSON.stringify(page.items)}`
}

/** What a machine needs to repeat the recordings of a page, by the recording's id. */
export function recordingsModule({ recordingFiles }: ContentPage): string {
  const starts = (recordingFiles?.scripts ?? []).map((script) => [
    script.id,
    { script: startingScript(script), commands: commandsToType(script) },
  ])
  return `export const recordings = ${JSON.stringify(Object.fromEntries(starts))}`
}

export const noBodiesModule = 'export const bodies = {}; export const quizzes = {}'

export function bodiesModule(root: string, { pages }: CompiledCourse): string {
  const entries = (code: (page: ContentPage) => string) =>
    pages.map((page) => `  ${JSON.stringify(page.owner)}: () => import(${JSON.stringify(code(page))}),`)
  return [
    'export const bodies = {',
    ...entries(({ file }) => join(root, file)),
    '}',
    'export const quizzes = {',
    ...entries(({ owner }) => `${virtualModulePrefix}quiz/${owner}`),
    '}',
  ].join('\n')
}

export function chunksModule(urls: ChunkUrls): string {
  return `export const chunks = ${JSON.stringify(urls)}`
}
