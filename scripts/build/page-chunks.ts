export type ModuleGraph = { getModuleInfo(id: string): { importers: readonly string[] } | null }

const everyPage = /\/src\/app\/(root|layout\/shell)\.tsx$/
const lesson = /\/src\/app\/routes\/(lesson|primer)\.tsx$/
const otherPage = /\/src\/app\/routes\/(?!lesson\.|primer\.)[\w-]+\.tsx$/

/**
 * Names the chunk of a module for the bundler: what every page imports, and what lessons share with other pages, go into one
 * file, and the rest of a lesson into another, because two files compress better than a dozen. Imports on demand do not count.
 */
export function pageChunk(id: string, graph: ModuleGraph): 'every-page' | 'every-lesson' | null {
  const importers = allImporters(id, graph)
  const isImportedBy = (page: RegExp) => importers.some((importer) => page.test(importer))
  if (isImportedBy(everyPage)) return 'every-page'
  if (!isImportedBy(lesson)) return null
  return isImportedBy(otherPage) ? 'every-page' : 'every-lesson'
}

/** The module and all that import it, directly or through others. */
function allImporters(id: string, graph: ModuleGraph): string[] {
  const found = new Set<string>()
  const visit = (module: string) => {
    if (found.has(module)) return
    found.add(module)
    graph.getModuleInfo(module)?.importers.forEach(visit)
  }
  visit(id)
  return [...found]
}
