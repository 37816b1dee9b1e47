import type { ViteDevServer } from 'vite'
import { buildSearchIndex, buildTitleIndex } from './build-search-index.ts'
import type { CompiledCourse, ContentPage } from './compile.ts'
import { formatProblems, type Problem } from './problem.ts'
import { searchEntries } from './search-entries.ts'
import { type ChunkUrls, virtualModulePrefix } from './virtual-modules.ts'

const searchIndex = 'search-index.json'
const searchTitles = 'search-titles.json'

/** In development, chunks are modules, and the search indexes are built on request. */
export function developmentUrls(base: string, { pages }: CompiledCourse): ChunkUrls {
  const pairs = (address: (page: ContentPage) => string) =>
    Object.fromEntries(pages.map((page) => [page.owner, address(page)]))
  return {
    bodies: pairs(({ file }) => `${base}${file}`),
    quizzes: pairs(({ owner }) => `${base}@id/__x00__${virtualModulePrefix}quiz/${owner}`),
    recordings: pairs(({ owner }) => `${base}@id/__x00__${virtualModulePrefix}recordings/${owner}`),
    searchIndex: base + searchTitles,
  }
}

export function serveSearchIndexes(server: ViteDevServer, base: string, read: () => CompiledCourse): void {
  const serve = (file: string, json: () => string) =>
    server.middlewares.use(base + file, (_request, response) => {
      response.setHeader('Content-Type', 'application/json')
      response.end(json())
    })
  serve(searchIndex, () => buildSearchIndex(searchEntries(read())))
  serve(searchTitles, () => buildTitleIndex(searchEntries(read()), base + searchIndex))
}

/** In development, problems do not stop the server: they are printed and shown in an overlay. */
export function logProblems(server: ViteDevServer, { problems }: CompiledCourse): void {
  if (problems.length > 0) server.config.logger.error(formatProblemCount(problems))
}

export function sendToOverlay(server: ViteDevServer, { problems }: CompiledCourse): void {
  if (problems.length === 0) return
  const err = { message: formatProblemCount(problems), stack: '' }
  server.environments.client.hot.send({ type: 'error', err })
}

export function formatProblemCount(problems: Problem[]): string {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  return `content/ has ${count}\n\n${formatProblems(problems)}`
}
