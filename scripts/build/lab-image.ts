import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sirv from 'sirv'
import * as v from 'valibot'
import type { Plugin } from 'vite'
import { allParts, factsOfImage } from '#domain/lab/facts-of-image.ts'
import { type ImageManifest, imageManifestSchema, partPath } from '#domain/lab/image.ts'

/** The manifest, or nothing when no image was built. One that cannot be read stops the build, in words. */
function readManifest(folder: string): ImageManifest | undefined {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) return undefined
  const read = v.safeParse(imageManifestSchema, JSON.parse(readFileSync(file, 'utf8')))
  if (read.success) return read.output
  throw new Error(`${file} is no manifest of this version: ${read.issues[0].message}. Run npm run lab:image.`)
}

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
