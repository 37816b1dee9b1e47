import { ownDockerfile } from 'docker-in-browser/own-docker'
import * as v from 'valibot'
import type { Plugin } from 'vite'
import { parse } from 'yaml'
import { checkScript } from '#domain/lab/check-script.ts'
import { type Lab, labSchema } from '#domain/lab/lab.ts'
import { ownDockerfilePath, shopArchivePath } from '#domain/lab/own-docker.ts'
import { startingScript } from '#domain/lab/shop.ts'
import { filesOnDisk, labFileOf, labPageFiles, readShop } from '../content/index.ts'
import { shopArchive } from './shop-archive.ts'

/** The Dockerfile with which learners do the labs on their own Docker: docs/labs.md. */
export function labsDockerfile(contentRoot: string): string {
  return ownDockerfile(Object.fromEntries(readLabs(contentRoot).flatMap(labFiles)))
}

/** Only the labs, unchecked: the build has already checked all content. */
function readLabs(contentRoot: string): Lab[] {
  const content = filesOnDisk(contentRoot)
  return labPageFiles(content).flatMap(({ file }) => {
    const text = content.read(labFileOf(file))
    if (text === undefined) return []
    const { shop, ...lab } = v.parse(labSchema, parse(text))
    return { ...lab, ...(shop !== undefined && { shop: readShop(content, shop) }) }
  })
}

function labFiles(lab: Lab): [string, string][] {
  const script = startingScript(lab)
  const setUp: [string, string][] = script === undefined ? [] : [[`${lab.id}/set-up`, `${script}\n`]]
  return [...setUp, [`${lab.id}/check`, checkScript(lab)]]
}

/** Serves that Dockerfile and the shop in development. */
export function ownDockerPlugin({ base, root }: { base: string; root: string }): Plugin {
  return {
    name: 'docker-mastery:own-docker',
    configureServer(server) {
      server.middlewares.use(base + ownDockerfilePath, (_request, response) => {
        response.setHeader('Content-Type', 'text/plain; charset=utf-8')
        response.end(labsDockerfile(root))
      })
      server.middlewares.use(base + shopArchivePath, (_request, response) => {
        response.setHeader('Content-Type', 'application/zip')
        response.end(shopArchive(root))
      })
    },
  }
}
