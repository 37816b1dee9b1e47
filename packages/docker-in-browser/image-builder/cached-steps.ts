import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { packageFolder } from './package-folder.ts'
import { formatStepLine } from './step-lines.ts'

/**
 * A step makes a folder from what goes in. Its key is the hash of all of that, so that a step that has been
 * made once, in any clone of the project on this machine, is not made again.
 */
export type CachedStep = {
  name: string
  /** Everything that decides the result: other steps' keys, texts, file names (see `filesKey`). */
  inputs: string[]
  make(folder: string): Promise<void> | void
}
export type CachedStepOutput = { key: string; folder: string }

export const cacheFolder =
  process.env.LAB_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'docker-mastery', 'lab')

/** Made in a folder of its own beside the cache and renamed when whole: a broken run leaves no half-made step. */
export async function runCachedStep(step: CachedStep): Promise<CachedStepOutput> {
  const key = hashOf(step.inputs.join('\0'))
  const folder = join(cacheFolder, `${step.name}-${key.slice(0, 16)}`)
  if (existsSync(folder)) {
    console.log(formatStepLine({ step: step.name, state: 'unchanged' }))
    return { key, folder }
  }
  const startedAt = Date.now()
  console.log(formatStepLine({ step: step.name, state: 'started' }))
  deleteUnfinished(step.name)
  const temporaryFolder = `${folder}.unfinished-${process.pid}`
  mkdirSync(temporaryFolder, { recursive: true })
  try {
    await step.make(temporaryFolder)
    renameSync(temporaryFolder, folder)
  } catch (error) {
    rmSync(temporaryFolder, { recursive: true, force: true })
    throw error
  }
  deleteOlderOutputs(step.name, folder)
  console.log(formatStepLine({ step: step.name, state: 'made', seconds: (Date.now() - startedAt) / 1000 }))
  return { key, folder }
}

/** What a build left that was stopped in the middle of this step. */
function deleteUnfinished(name: string): void {
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
    // It may run, and be another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The hash of files and folders: names, whether they run, and what they hold. Paths are relative to this package. */
export function hashOfFiles(...paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) addFile(hash, basename(path), resolve(packageFolder, path))
  return hash.digest('hex')
}

export function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** By its name and not its path, which differs between clones. */
function addFile(hash: ReturnType<typeof createHash>, name: string, path: string): void {
  const stat = statSync(path)
  if (stat.isDirectory()) {
    for (const entry of readdirSync(path).sort()) addFile(hash, `${name}/${entry}`, join(path, entry))
    return
  }
  hash.update(`${name}\0${stat.mode & 0o111 ? 'x' : ''}\0`).update(readFileSync(path))
}

/** Two of a kind are kept, the newest: going back and forth between two branches makes nothing anew. */
function deleteOlderOutputs(name: string, newest: string): void {
  const others = readdirSync(cacheFolder)
    .filter((entry) => entry.startsWith(`${name}-`) && !entry.includes('.unfinished'))
    .map((entry) => join(cacheFolder, entry))
    .filter((folder) => folder !== newest)
    .sort((a, b) => statSync(b).ctimeMs - statSync(a).ctimeMs)
  for (const folder of others.slice(1)) rmSync(folder, { recursive: true, force: true })
}
