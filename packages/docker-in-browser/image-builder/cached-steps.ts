import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { packageFolder } from './package-folder.ts'
import { formatStepLine } from './step-lines.ts'

/**
 * A step of the build writes its output into a folder. Its key is a hash of its inputs, so a step that has run once, in
 * any clone of the project on this computer, does not run again.
 */
export type CachedStep = {
  name: string
  /** Everything that determines the output: keys of other steps, options, hashes of files (`hashOfFiles`). */
  inputs: string[]
  run(folder: string): Promise<void> | void
}
export type CachedStepOutput = { key: string; folder: string }

export const cacheFolder =
  process.env.LAB_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'docker-mastery', 'lab')

/**
 * Runs a step unless its output is cached. The folder gets its final name when it is complete, so a failed run leaves
 * no output.
 */
export async function runCachedStep(step: CachedStep): Promise<CachedStepOutput> {
  const key = hashOf(step.inputs.join('\0'))
  const folder = join(cacheFolder, `${step.name}-${key.slice(0, 16)}`)
  if (existsSync(folder)) {
    console.log(formatStepLine({ step: step.name, state: 'unchanged' }))
    return { key, folder }
  }
  const startedAt = Date.now()
  console.log(formatStepLine({ step: step.name, state: 'started' }))
  deleteLeftovers(step.name)
  const temporaryFolder = `${folder}.unfinished-${process.pid}`
  mkdirSync(temporaryFolder, { recursive: true })
  try {
    await step.run(temporaryFolder)
    renameSync(temporaryFolder, folder)
  } catch (error) {
    rmSync(temporaryFolder, { recursive: true, force: true })
    throw error
  }
  deleteOlderOutputs(step.name, folder)
  console.log(
    formatStepLine({ step: step.name, state: 'finished', seconds: (Date.now() - startedAt) / 1000 }),
  )
  return { key, folder }
}

/** Deletes unfinished outputs of this step whose build no longer runs. */
function deleteLeftovers(name: string): void {
  if (!existsSync(cacheFolder)) return
  for (const entry of readdirSync(cacheFolder)) {
    const [, step, pid] = /^(.+)-[0-9a-f]+\.unfinished-(\d+)$/.exec(entry) ?? []
    if (step === name && !isRunning(Number(pid)))
      rmSync(join(cacheFolder, entry), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // The process exists but belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Hashes files and folders: names, executable bits and contents. Paths are relative to this package. */
export function hashOfFiles(...paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) addFile(hash, basename(path), resolve(packageFolder, path))
  return hash.digest('hex')
}

export function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Hashes the name instead of the path, which differs between clones. */
function addFile(hash: ReturnType<typeof createHash>, name: string, path: string): void {
  const stat = statSync(path)
  if (stat.isDirectory()) {
    for (const entry of readdirSync(path).sort()) addFile(hash, `${name}/${entry}`, join(path, entry))
    return
  }
  hash.update(`${name}\0${stat.mode & 0o111 ? 'x' : ''}\0`).update(readFileSync(path))
}

/** Keeps one older output, so that switching between two branches runs nothing again. */
function deleteOlderOutputs(name: string, current: string): void {
  const others = readdirSync(cacheFolder)
    .filter((entry) => entry.startsWith(`${name}-`) && !entry.includes('.unfinished'))
    .map((entry) => join(cacheFolder, entry))
    .filter((folder) => folder !== current)
    .sort((a, b) => statSync(b).ctimeMs - statSync(a).ctimeMs)
  for (const folder of others.slice(1)) rmSync(folder, { recursive: true, force: true })
}
