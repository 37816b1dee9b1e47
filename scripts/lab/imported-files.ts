import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A file of the project and all files of the project that it imports, directly or not, as paths from the project’s
 * root.
 */
export function importedFiles(entry: string): string[] {
  const roots = [...aliasRoots(), ...packageEntries('docker-in-browser')]
  const visitedFiles = new Set<string>()
  const visit = (file: string) => {
    if (visitedFiles.has(file)) return
    visitedFiles.add(file)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import) '([^']+)'/g)) {
      const root = roots.find(({ from, isFolder }) => (isFolder ? name.startsWith(from) : name === from))
      if (root) visit(name.replace(root.from, root.to))
      else if (name.startsWith('.')) visit(join(dirname(file), name))
    }
  }
  visit(entry)
  return [...visitedFiles].sort()
}

type ImportRoot = { from: string; to: string; isFolder: boolean }

function aliasRoots(): ImportRoot[] {
  const { imports } = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> }
  return Object.entries(imports).map(([from, to]) => ({
    from: from.replace('*', ''),
    to: to.slice(2).replace('*', ''),
    isFolder: from.endsWith('*'),
  }))
}

function packageEntries(name: string): ImportRoot[] {
  const folder = join('packages', name)
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, string>
  }
  return Object.entries(exports).map(([from, to]) => ({
    from: join(name, from),
    to: join(folder, to),
    isFolder: false,
  }))
}
