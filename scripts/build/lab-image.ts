import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allParts, imageFilePath } from 'docker-in-browser/image'
import { readManifest } from 'docker-in-browser/image-folder'
import send from 'send'
import type { Plugin } from 'vite'
import { compressFiles } from './compress.ts'

/**
 * Served instead of the manifest if there is no image. Pages request the manifest when a lab opens, and a browser reports
 * a missing file as an error.
 */
const noImage = 'null\n'

/**
 * The address at which a page without an image asks whether one is being prepared. Only `npm start` prepares one;
 * elsewhere the response is null.
 */
export const progressPath = '/lab/progress.json'

/** Serves the image of the labs in development, or a response that says that there is none. */
export function labImagePlugin({ base, folder }: { base: string; folder: string }): Plugin {
  return {
    name: 'docker-mastery:lab-image',
    configureServer(server) {
      server.middlewares.use(`${base}lab`, (request, response, next) => {
        const respondWithoutImage = () => {
          if (/^\/(manifest|progress)\.json/.test(request.url ?? ''))
            response.writeHead(200, { 'Content-Type': 'application/json' }).end(noImage)
          else next()
        }
        if (!existsSync(folder)) return respondWithoutImage()
        send(request, request.url ?? '/', { root: folder, index: false })
          .on('error', ({ status }: { status: number }) =>
            status === 404 ? respondWithoutImage() : response.writeHead(status).end(),
          )
          .pipe(response)
      })
    },
  }
}

/**
 * Puts the image into the site’s folder, with hard links where possible, because it is large. Copies only parts that
 * the manifest names, because the folder may have parts of older images. Returns the number of parts.
 */
export function copyLabImage(folder: string, out: string): number {
  const target = join(out, 'lab')
  rmSync(target, { recursive: true, force: true })
  mkdirSync(join(target, 'parts'), { recursive: true })
  writeFileSync(join(out, progressPath), noImage)
  const manifest = readManifest(folder)
  if (!manifest) {
    writeFileSync(join(target, 'manifest.json'), noImage)
    return 0
  }
  const parts = allParts(manifest)
  for (const part of parts) linkOrCopy(join(folder, imageFilePath(part)), join(target, imageFilePath(part)))
  // Copied last, so that a page that finds the manifest also finds the parts.
  copyFileSync(join(folder, 'manifest.json'), join(target, 'manifest.json'))
  return parts.length
}

/** Like `copyLabImage`, but also compresses the manifest. */
export async function addLabImage(folder: string, out: string): Promise<number> {
  const parts = copyLabImage(folder, out)
  // The file that stands for "no image" is not compressed: its compressed copy would be sent even after an image has
  // been added.
  if (parts > 0) await compressFiles([join(out, 'lab/manifest.json')])
  return parts
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    // Hard links do not work across file systems, and not on all of them.
    copyFileSync(from, to)
  }
}
