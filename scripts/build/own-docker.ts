import { ownDockerfile } from 'docker-in-browser/own-docker'
import * as v from 'valibot'
import type { Plugin } from 'vite'
import { parse } from 'yaml'
import { checkScript } from '#domain/lab/check-script.ts'
import { type Lab, labSchema } from '#domain/lab/lab.ts'
import { ownDockerfilePath } from '#domain/lab/own-docker.ts'
import { filesOnDisk, labFileOf, labPageFiles } from '../content/index.ts'

/** The labs for a Docker of the reader's own, as one Dockerfile: docs/labs.md. */
export function labsDockerfile(contentRoot: string): string {
  return ownDockerfile(Object.fromEntries(readLabs(contentRoot).flatMap(labFiles)))
}

/** Only the labs: the build has checked them already, with everything else. */
function readLabs(contentRoot: string): Lab[] {
  const tree = filesOnDisk(contentRoot)
  const texts = labPageFiles(tree).flatMap(({ file }) => tree.read(labFileOf(file)) ?? [])
  return texts.map((text) => v.parse(labSchema, parse(text)))
}

function labFiles(lab: Lab): [string, string][] {
  const setUp: [string, string][] = lab.setUp === undefined ? [] : [[`${lab.id}/set-up`, `${lab.setUp}\n`]]
  return [...setUp, [`${lab.id}/check`, checkScript(lab)]]
}

/** Serves that file in development. */
export function ownDockerPlugin({ base, root }: { base: string; root: string }): Plugin {
  return {
    name: 'docker-mastery:own-docker',
    configureServer(server) {
      server.middlewares.use(base + ownDockerfilePath, (_request, response) => {
        response.setHeader('Content-Type', 'text/plain; charset=utf-8')
        response.end(labsDockerfile(root))
      })
    },
  }
}
