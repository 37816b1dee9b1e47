import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sirv from 'sirv'
import type { Plugin } from 'vite'
import { allParts, factsOfImage } from '#domain/lab/facts-of-image.ts'
import { partPath } from '#domain/lab/image.ts'
import { readManifest } from './image-manifest.ts'

/** Tells pages what the machine of the labs weighs, and serves it in development. */
export function labImage({ base, folder }: { base: string; folder: string }): Plugin {
  const id = 'virtual:lab-image'
  return {
    name: 'docker-mastery:lab-image',
    configureServer(server) {
      if (existsSync(folder)) server.middlewares.use(`${base}lab`, sirv(folder, { dev: true }))
    },
    resolveId: (name) => (name === id ? `\0${id}` : undefined),
    load(name) {
      if (name !== `\0${id}`) return undefined
      const manifest = readManifest(folder)
      return `export const labImage = ${manifest ? JSON.stringify(factsOfImage(manifest)) : 'undefined'}`
    },
  }
}

/**
 * Puts the image beside the site: linked where it can be, since it is large. Only what the manifest names,
 * for the folder may keep parts of images before. Returns how many parts there are.
 */
export function placeLabImage(folder: string, out: string): number {
  const target = join(out, 'lab')
  rmSync(target, { recursive: true, force: true })
  const manifest = readManifest(folder)
  if (!manifest) return 0
  mkdirSync(join(target, 'parts'), { recursive: true })
  copyFileSync(join(folder, 'manifest.json'), join(target, 'manifest.json'))
  const parts = allParts(manifest)
  for (const part of parts) linkOrCopy(join(folder, partPath(part)), join(target, partPath(part)))
  return parts.length
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    // Another file system, or one without links.
    copyFileSync(from, to)
  }
}
