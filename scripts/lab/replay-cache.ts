import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { imageFolder } from 'docker-in-browser/image-folder'
import { cacheFolder, hashOf, hashOfFiles } from 'docker-in-browser/node'
import type { Lab } from '#domain/lab/lab.ts'
import { importedFiles } from './imported-files.ts'

const maxEntriesPerLab = 4

/** A hash of what every replay depends on: the image, the replay's code and its packages. */
function environmentKey(): string {
  const manifest = readFileSync(join(imageFolder, 'manifest.json'))
  const packages = ['v86', 'fzstd'].map((name) => resolve('node_modules', name, 'package.json'))
  return hashOf(
    `${hashOf(manifest)}\0${hashOfFiles(...importedFiles('scripts/lab/replay.ts').map((file) => resolve(file)), ...packages)}`,
  )
}

/**
 * Replays that passed on this computer, by the hash of everything they depend on. They are stored next to the image's build
 * steps, so that all clones share them.
 */
export function openReplayCache(): { has(lab: Lab): boolean; add(lab: Lab, transcript: string): void } {
  const environment = environmentKey()
  const folderOf = (lab: Lab) => join(cacheFolder, 'replays', lab.id)
  const entryPath = (lab: Lab) =>
    join(folderOf(lab), `${hashOf(`${environment}\0${JSON.stringify(lab)}`).slice(0, 16)}.txt`)
  return {
    has: (lab) => existsSync(entryPath(lab)),
    add(lab, transcript) {
      mkdirSync(folderOf(lab), { recursive: true })
      writeFileSync(entryPath(lab), transcript)
      deleteOldest(folderOf(lab))
    },
  }
}

function deleteOldest(folder: string): void {
  const newestFirst = readdirSync(folder)
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const file of newestFirst.slice(maxEntriesPerLab)) rmSync(file)
}
