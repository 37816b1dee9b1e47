import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The chunks that a lab loads when it starts, by the start of their names. */
const entries = ['terminal-pane', 'editor-pane', 'machine-worker']

/**
 * The scripts that only a running lab needs, as `assets/…`: those that the entries import, statically or dynamically, and
 * no other script does.
 */
export function labOnlyFiles(folder: string): string[] {
  const names = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'))
  const imports = new Map(names.map((name) => [name, importsOf(join(folder, 'assets', name), names)]))
  const roots = entries.map((entry) => {
    const name = names.find((candidate) => candidate.startsWith(`${entry}-`))
    if (!name)
      throw new Error(
        `Expected a script called ${entry}-… in the build, found none. If it was renamed, update scripts/build/lab-code.ts.`,
      )
    return name
  })
  const labFiles = reachableFrom(roots, imports)
  const others = reachableFrom(
    names.filter((name) => !labFiles.has(name)),
    imports,
    new Set(roots),
  )
  return [...labFiles]
    .filter((name) => !others.has(name))
    .sort()
    .map((name) => `assets/${name}`)
}

/** Static and dynamic imports. What Vite preloads is imported dynamically too. */
function importsOf(file: string, names: string[]): string[] {
  const code = readFileSync(file, 'utf8')
  const known = new Set(names)
  return [...code.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)]
    .map(([, name = '']) => name)
    .filter((name) => known.has(name))
}

function reachableFrom(
  roots: string[],
  imports: Map<string, string[]>,
  except: ReadonlySet<string> = new Set(),
): Set<string> {
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name) || except.has(name)) return
    seen.add(name)
    imports.get(name)?.forEach(visit)
  }
  roots.forEach(visit)
  return seen
}
