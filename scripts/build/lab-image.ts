import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { allParts, imageFilePath, summarizeImage } from 'docker-in-browser/image'
import { readManifest } from 'docker-in-browser/image-folder'
import send from 'send'
import type { Plugin } from 'vite'

/** Tells pages what the machine of the labs weighs, and serves it in development. */
export function labImagePlugin({ base, folder }: { base: string; folder: string }): Plugin {
  const id = 'virtual:lab-image'
  return {
    name: 'docker-mastery:lab-image',
    configureServer(server) {
      if (!existsSync(folder)) return
      server.middlewares.use(`${base}lab`, (request, response, next) => {
        send(request, request.url ?? '/', { root: folder, index: false })
          .on('error', ({ status }: { status: number }) =>
            status === 404 ? next() : response.writeHead(status).end(),
          )
          .pipe(response)
      })
    },
    resolveId: (name) => (name === id ? `\0${id}` : undefined),
    load(name) {
      if (name !== `\0${id}`) return undefined
      const manifest = readManifest(folder)
      return `export const labImage = ${manifest ? JSON.stringify(summarizeImage(manifest)) : 'undefined'}`
    },
  }
}

/**
 * Puts the image beside the site: linked where it can be, since it is large. Only what the manifest names,
 * for the folder may keep parts of images before. Returns how many parts there are.
 */
export function copyLabImage(folder: string, out: string): number {
  const target = join(out, 'lab')
  rmSync(target, { recursive: true, force: true })
  const manifest = readManifest(folder)
  if (!manifest) return 0
  mkdirSync(join(target, 'parts'), { recursive: true })
  copyFileSync(join(folder, 'manifest.json'), join(target, 'manifest.json'))
  const parts = allParts(manifest)
  for (const part of parts) linkOrCopy(join(folder, imageFilePath(part)), join(target, imageFilePath(part)))
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
