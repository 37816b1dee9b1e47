import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageRow } from './install-packages.ts'

/** What `strap` unpacked into this folder. */
export function readPackageList(folder: string): PackageRow[] {
  return JSON.parse(readFileSync(join(folder, 'packages.json'), 'utf8'))
}

/** The version its makers gave a program: without Debian's epoch, revision and additions. `1:1.38.0-1` is `1.38.0`. */
export function upstreamVersion(packages: PackageRow[], name: string): string {
  const row = packages.find((each) => each.name === name)
  if (!row) throw new Error(`The machine has no package ${name}.`)
  return row.version
    .replace(/^\d+:/, '')
    .replace(/-[^-]*$/, '')
    .replace(/[+~].*$/, '')
}
