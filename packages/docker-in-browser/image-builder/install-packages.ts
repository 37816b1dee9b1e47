import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageSet } from './package-sets.ts'
import { runTool, ToolError } from './run-tool.ts'

export type PackageRow = { name: string; version: string; suite: string }

/**
 * Unpacks a set of packages and all they depend on into `folder/tree`, without running their scripts, and lists
 * them in `folder/packages.json`. Signatures are checked; only the release's expiry date is not.
 */
export function installPackages(set: PackageSet, archive: string, folder: string): void {
  const failedSuites: string[] = []
  for (const suite of set.suites) {
    try {
      installFromSuite(set, suite, archive, folder)
      return
    } catch (error) {
      if (!(error instanceof ToolError)) throw error
      const reason = failureReason(error.said)
      failedSuites.push(`  ${suite}: ${reason.message}`)
      console.log(`  ${set.name.padEnd(12)} not from ${suite}: ${reason.message}`)
      if (reason.isFinal) break
      rmSync(join(folder, 'tree'), { recursive: true, force: true })
    }
  }
  throw new Error(
    `The packages «${set.name}» could not be had from any suite:\n${failedSuites.join('\n')}\nNothing half-made was kept: run npm run lab:image again later.`,
  )
}

function installFromSuite(set: PackageSet, suite: string, archive: string, folder: string): void {
  const listing = join(folder, 'packages.txt')
  runTool('mmdebstrap', [
    '--quiet',
    '--architectures=i386',
    '--variant=extract',
    // Nothing runs in the tree, so it needs no /dev, /proc and /sys, which a user namespace could not mount.
    '--skip=chroot/mount',
    '--aptopt=Acquire::Check-Valid-Until "false"',
    '--aptopt=Acquire::Retries "3"',
    // The archives’ names are the list of what was unpacked: name_version_architecture.deb.
    `--extract-hook=ls "$1/var/cache/apt/archives" | grep "[.]deb$" >"${listing}"; rm -f "$1"/var/cache/apt/archives/*.deb`,
    `--include=${set.packages.join(',')}`,
    suite,
    join(folder, 'tree'),
    `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${archive} ${suite} main`,
  ])
  const rows = runTool('cat', [listing])
    .trim()
    .split('\n')
    .map((file): PackageRow => {
      const [name = '', version = ''] = file.split('_')
      return { name, version: decodeURIComponent(version), suite }
    })
  rmSync(listing)
  writeFileSync(join(folder, 'packages.json'), JSON.stringify(rows))
}

function failureReason(said: string): { message: string; isFinal: boolean } {
  if (/no space left/i.test(said)) return { message: 'the disk is full', isFinal: true }
  if (/unexpected size|hash sum mismatch/i.test(said))
    return {
      message: 'the archive’s index is out of step with its signed release file (a mirror being updated)',
      isFinal: false,
    }
  if (
    /could not resolve|could not connect|connection (failed|timed out|refused)|temporary failure/i.test(said)
  )
    return { message: 'no connection to the archive', isFinal: false }
  if (/NO_PUBKEY|not signed|invalid signature/i.test(said))
    return {
      message: 'the signature of the release does not hold with Debian’s keys on this machine',
      isFinal: false,
    }
  const missing =
    /(?:unable to locate package|package '?)\s*([\w.+-]+)'? ?(?:has no installation candidate)?/i.exec(said)
  if (missing) return { message: `it lacks the package ${missing[1]}`, isFinal: false }
  return { message: said.split('\n').slice(-3).join(' '), isFinal: false }
}
