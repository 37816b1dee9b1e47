import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file of the project and all of ours that it imports, directly or not, from the project's root. */
export function importedFiles(entry: string): string[] {
  const { imports } = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> }
  const entryFiles = Object.entries(imports).map(([from, to]) => [
    from.replace('*', ''),
    to.slice(2).replace('*', ''),
  ])
  const visitedFiles = new Set<string>()
  const visit = (file: string) => {
    if (visitedFiles.has(file)) return
    visitedFiles.add(file)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import) '([^']+)'/g)) {
      const root = entryFiles.find(([from = '']) => name.startsWith(from))
      if (root) visit(name.replace(root[0] ?? '', root[1] ?? ''))
      else if (name.startsWith('.')) visit(join(dirname(file), name))
    }
  }
  visit(entry)
  return [...visitedFiles].sort()
}
