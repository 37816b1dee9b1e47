import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InstalledPackage } from './install-packages.ts'

/** Reads the list that `installPackages` wrote into this folder. */
export function readPackageList(folder: string): InstalledPackage[] {
  return JSON.parse(readFileSync(join(folder, 'packages.json'), 'utf8'))
}

/** A package’s upstream version, without Debian’s epoch, revision and suffixes: `1.38.0` for `1:1.38.0-1`. */
export function upstreamVersion(packages: InstalledPackage[], name: string): string {
  const found = packages.find((installed) => installed.name === name)
  if (!found) throw new Error(`The machine has no package ${name}.`)
  return found.version
    .replace(/^\d+:/, '')
    .replace(/-[^-]*$/, '')
    .replace(/[+~].*$/, '')
}
