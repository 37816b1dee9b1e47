import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { type CompiledCourse, type ContentPage, compileCourse } from './compile.ts'
import { formatProblems, type Problem } from './problem.ts'
import { searchEntries } from './search-entries.ts'
import { buildSearchIndex, buildTitleIndex } from './search-index.ts'

const prefix = 'virtual:content/'

/**
 * Brings `content/` into the build.
 *
 * - `virtual:content/catalog`: everything but texts and quizzes, and the facts of all items, for loaders,
 *   which run at build time.
 * - `virtual:content/labs`: the labs with their steps, for the loader of a lab's page.
 * - `virtual:content/chunks`: the address of each lesson's body and quiz, for loaders.
 * - `virtual:content/bodies`: the bodies themselves, for prerendering; empty in the browser.
 * - `virtual:content/quiz/{id}`: the items of one lesson.
 *
 * In the browser a lesson's body and quiz are chunks of their own, reached by the address a loader
 * gave to the page. A list of all chunks inside the app would grow with the course.
 */
export function contentPlugin({
  root,
  base,
  hasLabs,
}: {
  root: string
  base: string
  /** Whether the machine of the labs is part of this build; without it the labs are checked, but not shown. */
  hasLabs: boolean
}): Plugin {
  const addressesFile = join(root, '.cache/content-chunks.json')
  let compiled: CompiledCourse | undefined
  let isBuild = false
  let server: ViteDevServer | undefined

  const read = () => {
    compiled ??= hasLabs ? compileCourse(root) : withoutLabs(compileCourse(root))
    return compiled
  }
  const contentPageOf = (owner: string): ContentPage => {
    const found = read().documents.find((document) => document.owner === owner)
    if (!found) throw new Error(`no lesson or primer has the id ${owner}`)
    return found
  }

  return {
    name: 'docker-mastery:content',

    configResolved(config) {
      isBuild = config.command === 'build'
    },

    configureServer(devServer) {
      server = devServer
      server.watcher.add(join(root, 'content'))
      server.middlewares.use(base + devSearchIndex, (_request, response) => {
        response.setHeader('Content-Type', 'application/json')
        response.end(buildSearchIndex(searchEntries(read())))
      })
      server.middlewares.use(base + devSearchTitles, (_request, response) => {
        response.setHeader('Content-Type', 'application/json')
        response.end(buildTitleIndex(searchEntries(read()), base + devSearchIndex))
      })
      // Every page that opens while something is wrong is told too, not only the one that was open then.
      server.environments.client.hot.on('vite:client:connect', () => server && sendToOverlay(server, read()))
      logProblems(server, read())
    },

    buildStart() {
      if (!isBuild) return
      const { documents, problems } = read()
      if (problems.length > 0) {
        this.error(`${messageOf(problems)}\n`)
      }
      if (this.environment.name !== 'client') return
      for (const document of documents) {
        const name = document.owner.replace('.', '-')
        // The page imports these by address, so their exports must keep their names.
        const asEntry = { type: 'chunk', preserveSignature: 'strict' } as const
        this.emitFile({ ...asEntry, id: join(root, document.file), name: `lesson-${name}` })
        this.emitFile({ ...asEntry, id: `${prefix}quiz/${document.owner}`, name: `quiz-${name}` })
      }
    },

    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return
      const found = searchEntries(read())
      const emit = (name: string, source: string) =>
        base + this.getFileName(this.emitFile({ type: 'asset', name, source }))
      const whole = emit('search-index.json', buildSearchIndex(found))
      const searchIndex = emit('search-titles.json', buildTitleIndex(found, whole))
      const addresses: ChunkUrls = { bodies: {}, quizzes: {}, searchIndex }
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'asset') continue
        const quiz = chunk.facadeModuleId?.split(`${prefix}quiz/`)[1]
        const lesson = read().documents.find(({ file }) => join(root, file) === chunk.facadeModuleId)
        if (quiz) addresses.quizzes[quiz] = base + chunk.fileName
        if (lesson) addresses.bodies[lesson.owner] = base + chunk.fileName
      }
      mkdirSync(dirname(addressesFile), { recursive: true })
      writeFileSync(addressesFile, JSON.stringify(addresses))
    },

    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : undefined
    },

    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined
      const name = id.slice(prefix.length + 1)
      const isClient = this.environment.name === 'client'
      if (name.startsWith('quiz/'))
        return `export const items = ${JSON.stringify(contentPageOf(name.slice(5)).items)}`
      switch (name) {
        case 'catalog':
          return `export const catalog = ${JSON.stringify(read().catalog)}\nexport const itemFacts = ${JSON.stringify(itemSummaries(read()))}`
        case 'labs':
          return `export const labs = ${JSON.stringify(read().documents.flatMap(({ lab }) => lab?.value ?? []))}`
        case 'bodies':
          return isClient ? 'export const bodies = {}; export const quizzes = {}' : bodiesModule(root, read())
        case 'chunks':
          // The client is built before the server, so the file is there.
          return `export const chunks = ${isBuild && existsSync(addressesFile) ? readFileSync(addressesFile, 'utf8') : JSON.stringify(developmentAddresses(base, read()))}`
        default:
          throw new Error(`${id} is not a module of the content plugin`)
      }
    },

    hotUpdate({ file }) {
      if (!file.startsWith(join(root, 'content/'))) return undefined
      // Called for each environment, the browser's among them: read again once.
      if (this.environment.name === 'client') compiled = undefined
      const graph = this.environment.moduleGraph
      const virtual = [...graph.idToModuleMap.values()].filter((module) =>
        module.id?.startsWith(`\0${prefix}`),
      )
      // A recording is read while its lesson is compiled.
      const texts = ['lesson.mdx', 'primer.mdx'].flatMap((name) => [
        ...(graph.getModulesByFile(join(dirname(file), name)) ?? []),
      ])
      for (const module of [...virtual, ...texts]) graph.invalidateModule(module)
      if (this.environment.name === 'client' && server) {
        logProblems(server, read())
        // A page that cannot be right is not reloaded: it stays as it was, below what is wrong.
        if (read().problems.length > 0) sendToOverlay(server, read())
        else this.environment.hot.send({ type: 'full-reload' })
      }
      return []
    },
  }
}

function withoutLabs(compiled: CompiledCourse): CompiledCourse {
  const documents = compiled.documents.map((document) => ({ ...document, lab: undefined }))
  return { ...compiled, documents, catalog: { ...compiled.catalog, labs: [] } }
}

const devSearchIndex = 'search-index.json'
const devSearchTitles = 'search-titles.json'

/** What pages that list, draw or count items need to know of them; their texts stay in the quiz chunks. */
function itemSummaries({ documents }: CompiledCourse) {
  const items = documents.flatMap((document) => document.items)
  return items.map(({ id, rev, kind, objective, roles, difficulty, stem }) => {
    return { id, rev, kind, objective, roles, difficulty, stem }
  })
}

type ChunkUrls = { bodies: Record<string, string>; quizzes: Record<string, string>; searchIndex: string }

function bodiesModule(root: string, { documents }: CompiledCourse): string {
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

function developmentAddresses(base: string, { documents }: CompiledCourse): ChunkUrls {
  const pairs = (address: (document: ContentPage) => string) =>
    Object.fromEntries(documents.map((document) => [document.owner, address(document)]))
  return {
    bodies: pairs(({ file }) => `${base}${file}`),
    quizzes: pairs(({ owner }) => `${base}@id/__x00__${prefix}quiz/${owner}`),
    searchIndex: base + devSearchTitles,
  }
}

/** In development a problem does not stop the server: it is printed, and shown over the page. */
function logProblems(server: ViteDevServer, { problems }: CompiledCourse): void {
  if (problems.length > 0) server.config.logger.error(messageOf(problems))
}

function sendToOverlay(server: ViteDevServer, { problems }: CompiledCourse): void {
  if (problems.length === 0) return
  server.environments.client.hot.send({ type: 'error', err: { message: messageOf(problems), stack: '' } })
}

function messageOf(problems: Problem[]): string {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  return `content/ has ${count}\n\n${formatProblems(problems)}`
}
