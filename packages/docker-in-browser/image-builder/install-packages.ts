import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageSet } from './package-sets.ts'
import { runTool, ToolError } from './run-tool.ts'

export type InstalledPackage = { name: string; version: string; suite: string }

/**
 * Unpacks packages and their dependencies into `folder/tree`, without running their scripts, and lists them in
 * `folder/packages.json`. Signatures are verified; a release file past its expiry date is accepted.
 */
export function installPackages(set: PackageSet, archive: string, folder: string): void {
  const failedSuites: string[] = []
  for (const suite of set.suites) {
    try {
      installFromSuite(set, suite, archive, folder)
      return
    } catch (error) {
      if (!(error instanceof ToolError)) throw error
      const reason = failureReason(error.output)
      failedSuites.push(`  ${suite}: ${reason.message}`)
      console.log(`  ${set.name.padEnd(12)} not installed from ${suite}: ${reason.message}`)
      if (reason.isFinal) break
      rmSync(join(folder, 'tree'), { recursive: true, force: true })
    }
  }
  throw new Error(
    `The packages of the set ${set.name} could not be installed from any suite:\n${failedSuites.join('\n')}\nFinished steps are cached. Run npm run lab:image again later.`,
  )
}

function installFromSuite(set: PackageSet, suite: string, archive: string, folder: string): void {
  const listFile = join(folder, 'packages.txt')
  runTool('mmdebstrap', [
    '--quiet',
    '--architectures=i386',
    '--variant=extract',
    // No program runs in the root filesystem, so it needs no /dev, /proc and /sys, which a user namespace cannot mount.
    '--skip=chroot/mount',
    '--aptopt=Acquire::Check-Valid-Until "false"',
    '--aptopt=Acquire::Retries "3"',
    // The names of the downloaded archives say what is installed: name_version_architecture.deb.
    `--extract-hook=ls "$1/var/cache/apt/archives" | grep "[.]deb$" >"${listFile}"; rm -f "$1"/var/cache/apt/archives/*.deb`,
    `--include=${set.packages.join(',')}`,
    suite,
    join(folder, 'tree'),
    `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${archive} ${suite} main`,
  ])
  const packages = runTool('cat', [listFile])
    .trim()
    .split('\n')
    .map((file): InstalledPackage => {
      const [name = '', version = ''] = file.split('_')
      return { name, version: decodeURIComponent(version), suite }
    })
  rmSync(listFile)
  writeFileSync(join(folder, 'packages.json'), JSON.stringify(packages))
}

function failureReason(output: string): { message: string; isFinal: boolean } {
  if (/no space left/i.test(output)) return { message: 'the disk is full', isFinal: true }
  if (/unexpected size|hash sum mismatch/i.test(output))
    return {
      message:
        'the archive’s index does not match its signed release file (the mirror may be in the middle of an update)',
      isFinal: false,
    }
  if (
    /could not resolve|could not connect|connection (failed|timed out|refused)|temporary failure/i.test(
      output,
    )
  )
    return { message: 'the archive cannot be reached', isFinal: false }
  if (/NO_PUBKEY|not signed|invalid signature/i.test(output))
    return {
      message: 'the signature of the release cannot be verified with Debian’s keys on this computer',
      isFinal: false,
    }
  const missing =
    /(?:unable to locate package|package '?)\s*([\w.+-]+)'? ?(?:has no installation candidate)?/i.exec(output)
  if (missing) return { message: `it has no package ${missing[1]}`, isFinal: false }
  return { message: output.split('\n').slice(-3).join(' '), isFinal: false }
}
