import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allParts, imageFilePath } from 'docker-in-browser/image'
import { readManifest } from 'docker-in-browser/image-folder'
import send from 'send'
import type { Plugin } from 'vite'

/**
 * What stands in the manifest's place where there is no image. Pages ask for the manifest when a lab opens, and a browser
 * reports a file that is missing as an error.
 */
const noImage = 'null\n'

/** Serves the image of the labs in development, or says that there is none. */
export function labImagePlugin({ base, folder }: { base: string; folder: string }): Plugin {
  return {
    name: 'docker-mastery:lab-image',
    configureServer(server) {
      server.middlewares.use(`${base}lab`, (request, response, next) => {
        const answerWithoutImage = () => {
          if (request.url?.startsWith('/manifest.json'))
            response.writeHead(200, { 'Content-Type': 'application/json' }).end(noImage)
          else next()
        }
        if (!existsSync(folder)) return answerWithoutImage()
        send(request, request.url ?? '/', { root: folder, index: false })
          .on('error', ({ status }: { status: number }) =>
            status === 404 ? answerWithoutImage() : response.writeHead(status).end(),
          )
          .pipe(response)
      })
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
  mkdirSync(join(target, 'parts'), { recursive: true })
  const manifest = readManifest(folder)
  if (!manifest) {
    writeFileSync(join(target, 'manifest.json'), noImage)
    return 0
  }
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
