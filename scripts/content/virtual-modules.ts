import { join } from 'node:path'
import { startingScript } from '#domain/lab/shop.ts'
import { commandsToType } from '#domain/recording/recording-script.ts'
import type { CompiledCourse, ContentPage } from './compile.ts'

export const prefix = 'virtual:content/'

/** The addresses of what the browser loads: the chunks of each page, by the page’s id, and the title index. */
export type ChunkUrls = {
  bodies: Record<string, string>
  quizzes: Record<string, string>
  /** Only of pages that show recordings. */
  recordings: Record<string, string>
  searchIndex: string
}

export function catalogModule({ catalog, documents }: CompiledCourse): string {
  return `export const catalog = ${JSON.stringify(catalog)}\nexport const itemFacts = ${JSON.stringify(summarizeItems(documents))}`
}

/** What pages need in order to list, draw or count items; the texts are in the quiz chunks. */
function summarizeItems(documents: ContentPage[]) {
  const items = documents.flatMap((document) => document.items)
  return items.map(({ id, rev, kind, objective, roles, difficulty, stem }) => {
    return { id, rev, kind, objective, roles, difficulty, stem }
  })
}

export function labsModule({ documents }: CompiledCourse): string {
  const labs = documents.flatMap(({ lab }) => (lab ? [{ lab: lab.value, output: lab.output }] : []))
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

export function bodiesModule(root: string, { documents }: CompiledCourse): string {
  const entries = (code: (document: ContentPage) => string) =>
    documents.map(
      (document) => `  ${JSON.stringify(document.owner)}: () => import(${JSON.stringify(code(document))}),`,
    )
  return [
    'export const bodies = {',
    ...entries(({ file }) => join(root, file)),
    '}',
    'export const quizzes = {',
    ...entries(({ owner }) => `${prefix}quiz/${owner}`),
    '}',
  ].join('\n')
}

export function chunksModule(urls: ChunkUrls): string {
  return `export const chunks = ${JSON.stringify(urls)}`
}
