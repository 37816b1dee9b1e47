import { dirname, join } from 'node:path'
import type { DevEnvironment, Plugin, Rolldown, ViteDevServer } from 'vite'
import { buildSearchIndex, buildTitleIndex } from './build-search-index.ts'
import { type CompiledCourse, type ContentPage, compileCourse } from './compile.ts'
import {
  developmentUrls,
  formatProblemCount,
  logProblems,
  sendToOverlay,
  serveSearchIndexes,
} from './dev-server.ts'
import { toModule } from './mdx-processor.ts'
import { searchEntries } from './search-entries.ts'
import {
  bodiesModule,
  type ChunkUrls,
  catalogModule,
  chunksModule,
  labsModule,
  noBodiesModule,
  quizModule,
  recordingsModule,
  virtualModulePrefix,
} from './virtual-modules.ts'

type Options = {
  /** The folder that contains `content/`. */
  root: string
  /** The path below which the site is served. */
  base: string
}

/**
 * Adds `content/` to the build.
 *
 * - `virtual:content/catalog`: everything except texts and quizzes, and summaries of all items, for loaders,
 *   which run at build time.
 * - `virtual:content/labs`: the labs with their steps, for the loader of a lab's page.
 * - `virtual:content/chunks`: the addresses of each lesson's body, quiz and recordings, for loaders.
 * - `virtual:content/bodies`: the bodies themselves, for prerendering; empty in the browser.
 * - `virtual:content/quiz/{id}`: the items of one lesson.
 * - `virtual:content/recordings/{id}`: what a machine needs to repeat the recordings of one lesson.
 * - `lesson.mdx` and `primer.mdx`: the text as a component.
 *
 * In the browser, a lesson's body and quiz are separate chunks, whose addresses a loader passes to the page. A list of
 * all chunks in the app's code would grow with the course.
 */
export function contentPlugin({ root, base }: Options): Plugin {
  let compiled: CompiledCourse | undefined
  let chunkUrls: ChunkUrls | undefined
  let isBuild = false
  let server: ViteDevServer | undefined

  const read = () => {
    compiled ??= compileCourse(root)
    return compiled
  }

  return {
    name: 'docker-mastery:content',
    // One instance for the builds of the browser and the server, so that content is compiled once.
    sharedDuringBuild: true,

    configResolved(config) {
      isBuild = config.command === 'build'
    },

    configureServer(devServer) {
      server = devServer
      server.watcher.add(join(root, 'content'))
      serveSearchIndexes(devServer, base, read)
      // Shows an existing problem in every page that is opened, not only in the one that was open when it occurred.
      server.environments.client.hot.on('vite:client:connect', () => sendToOverlay(devServer, read()))
      logProblems(devServer, read())
    },

    buildStart() {
      if (!isBuild) return
      const { pages, problems } = read()
      if (problems.length > 0) this.error(`${formatProblemCount(problems)}\n`)
      if (this.environment.name === 'client') emitChunks(this, root, pages)
    },

    generateBundle(_options, bundle) {
      if (this.environment.name === 'client') chunkUrls = nameChunks(this, bundle, { root, base }, read())
    },

    resolveId(id) {
      return id.startsWith(virtualModulePrefix) ? `\0${id}` : undefined
    },

    async load(id) {
      const name = id.split(`\0${virtualModulePrefix}`)[1]
      if (name === 'chunks')
        return chunksModule(isBuild ? builtUrls(chunkUrls) : developmentUrls(base, read()))
      if (name) return loadVirtualModule(name, root, read(), this.environment.name === 'client')
      if (!id.endsWith('.mdx')) return undefined
      return toModule(pageIn(read(), root, id))
    },

    hotUpdate({ file }) {
      if (!file.startsWith(join(root, 'content/'))) return undefined
      // Called for each environment; the content is read again once, for the browser’s.
      if (this.environment.name === 'client') compiled = undefined
      invalidateContent(this.environment, file)
      if (this.environment.name === 'client' && server) {
        logProblems(server, read())
        // While there are problems, pages are not reloaded: they stay as they are, below the overlay.
        if (read().problems.length > 0) sendToOverlay(server, read())
        else this.environment.hot.send({ type: 'full-reload' })
      }
      return []
    },
  }
}

/** In development, a page may have become unreadable; the overlay then shows the problem and its line. */
function pageIn({ pages, problems }: CompiledCourse, root: string, id: string): ContentPage {
  const page = pages.find(({ file }) => join(root, file) === id)
  if (page) return page
  throw new Error(
    problems.length > 0
      ? formatProblemCount(problems)
      : `Expected a lesson or primer in content/, got ${id}.`,
  )
}

function loadVirtualModule(name: string, root: string, course: CompiledCourse, isClient: boolean): string {
  if (name.startsWith('quiz/')) return quizModule(pageOf(course, name.slice('quiz/'.length)))
  if (name.startsWith('recordings/'))
    return recordingsModule(pageOf(course, name.slice('recordings/'.length)))
  switch (name) {
    case 'catalog':
      return catalogModule(course)
    case 'labs':
      return labsModule(course)
    case 'bodies':
      return isClient ? noBodiesModule : bodiesModule(root, course)
    default:
      throw new Error(`The content plugin has no module virtual:content/${name}.`)
  }
}

/** React Router builds the browser’s part first, with the same plugin instance. */
function builtUrls(urls: ChunkUrls | undefined): ChunkUrls {
  if (!urls) throw new Error('The addresses of chunks are unknown until the client is built; build it first.')
  return urls
}

function pageOf({ pages }: CompiledCourse, owner: string): ContentPage {
  const found = pages.find((page) => page.owner === owner)
  if (!found) throw new Error(`No lesson or primer has the id ${owner}.`)
  return found
}

function emitChunks(build: Rolldown.PluginContext, root: string, pages: ContentPage[]): void {
  for (const page of pages) {
    const name = page.owner.replace('.', '-')
    // Pages import these chunks by address, so their exports must keep their names.
    const asEntry = { type: 'chunk', preserveSignature: 'strict' } as const
    build.emitFile({ ...asEntry, id: join(root, page.file), name: `lesson-${name}` })
    build.emitFile({ ...asEntry, id: `${virtualModulePrefix}quiz/${page.owner}`, name: `quiz-${name}` })
    if (page.recordingFiles)
      build.emitFile({
        ...asEntry,
        id: `${virtualModulePrefix}recordings/${page.owner}`,
        name: `recordings-${name}`,
      })
  }
}

/** Writes the search indexes, and collects the addresses of the chunks. */
function nameChunks(
  build: Rolldown.PluginContext,
  bundle: Rolldown.OutputBundle,
  { root, base }: Pick<Options, 'root' | 'base'>,
  course: CompiledCourse,
): ChunkUrls {
  const found = searchEntries(course)
  const emit = (name: string, source: string) =>
    base + build.getFileName(build.emitFile({ type: 'asset', name, source }))
  const whole = emit('search-index.json', buildSearchIndex(found))
  const searchIndex = emit('search-titles.json', buildTitleIndex(found, whole))
  const urls: ChunkUrls = { bodies: {}, quizzes: {}, recordings: {}, searchIndex }
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'asset') continue
    const quiz = chunk.facadeModuleId?.split(`${virtualModulePrefix}quiz/`)[1]
    const recordings = chunk.facadeModuleId?.split(`${virtualModulePrefix}recordings/`)[1]
    const page = course.pages.find(({ file }) => join(root, file) === chunk.facadeModuleId)
    if (quiz) urls.quizzes[quiz] = base + chunk.fileName
    if (recordings) urls.recordings[recordings] = base + chunk.fileName
    if (page) urls.bodies[page.owner] = base + chunk.fileName
  }
  return urls
}

function invalidateContent({ moduleGraph }: DevEnvironment, changedFile: string): void {
  const virtual = [...moduleGraph.idToModuleMap.values()].filter(({ id }) =>
    id?.startsWith(`\0${virtualModulePrefix}`),
  )
  // A recording is part of its lesson's text.
  const texts = ['lesson.mdx', 'primer.mdx'].flatMap((name) => [
    ...(moduleGraph.getModulesByFile(join(dirname(changedFile), name)) ?? []),
  ])
  for (const module of [...virtual, ...texts]) moduleGraph.invalidateModule(module)
}
