import { closeSync, openSync, readSync } from 'node:fs'
import { constants, zstdCompressSync } from 'node:zlib'
import { HeadlessMachine, type LabImage } from '../node/headless-machine.ts'
import { type ImageFile, type ImageManifest, pageBytes } from '../src/image/image-manifest.ts'
import { toRuns } from '../src/image/page-runs.ts'
import { effort } from './effort.ts'

/** What labs do after their first `docker run`. Each starts from the snapshot. */
const workloads: Record<string, string[]> = {
  build: [
    'mkdir app; echo hello >app/page; printf "FROM busybox:1\\nWORKDIR /app\\nCOPY page .\\nRUN wc -c page\\n" >app/Dockerfile',
    'docker build -t app app',
    'docker run --rm app cat page',
  ],
  compile: [
    'mkdir app; echo "int main(void) { return 0; }" >app/main.c',
    'printf "FROM sdk:1.0 AS build\\nCOPY main.c .\\nRUN cc -o /main main.c\\nFROM scratch\\nCOPY --from=build /main /main\\nCMD [\\"/main\\"]\\n" >app/Dockerfile',
    'docker build -t app app',
  ],
  compose: [
    'mkdir app; cd app',
    'printf "services:\\n  web:\\n    image: web:1.0\\n    depends_on: { store: { condition: service_healthy } }\\n  store:\\n    image: valkey:9\\n    healthcheck: { test: [CMD, valkey-cli, ping], interval: 3s, timeout: 60s, retries: 20 }\\n" >compose.yaml',
    'docker compose up -d',
    'docker compose ps',
    'docker compose down',
  ],
}

/** Pages in a part: to unpack one holds the machine up for some 10 ms. */
const pagesPerPart = 256

/**
 * Runs each workload on a machine from the snapshot and packs the pages that it reads from the disk, in that order.
 * Pages that several workloads read are in a group of their own, so that none downloads another's pages.
 */
export async function packPages(
  image: LabImage,
  disk: string,
  keep: (bytes: Uint8Array) => ImageFile,
): Promise<{ packs: ImageManifest['packs']; pages: ReadonlySet<number> }> {
  const readers = new Map<number, string[]>()
  for (const [name, commands] of Object.entries(workloads))
    for (const page of await pagesReadBy(image, commands)) {
      const names = readers.get(page)
      if (names) names.push(name)
      else readers.set(page, [name])
    }
  const groups = new Map<string, number[]>()
  for (const [page, names] of readers) {
    const group = names.join(' ')
    const pages = groups.get(group)
    if (pages) pages.push(page)
    else groups.set(group, [page])
  }
  const file = openSync(disk, 'r')
  const packed = [...groups.values()].map((pages) =>
    inParts(pages).map((part) => ({ part: keep(compress(readPages(file, part))), runs: toRuns(part) })),
  )
  closeSync(file)
  const index = packed.map((group) => group.map(({ runs }) => runs))
  const packs = {
    index: keep(compress(new TextEncoder().encode(JSON.stringify(index)))),
    groups: packed.map((group) => group.map(({ part }) => part)),
  }
  return { packs, pages: new Set(readers.keys()) }
}

async function pagesReadBy(image: LabImage, commands: string[]): Promise<Set<number>> {
  const machine = await HeadlessMachine.start(image)
  const pages = new Set<number>()
  const { disk } = machine.v86
  if (!disk) throw new Error('The machine is not running.')
  disk.onPageRead = (page) => pages.add(page)
  try {
    for (const command of commands) {
      const { exitCode, output } = await machine.type(command)
      if (exitCode !== 0) throw new Error(`${command} ended with ${exitCode}:\n${output}`)
    }
  } catch (error) {
    // A very busy computer can be too slow for a time limit. Packs with fewer pages work as well.
    console.warn(`  Packed only what was read before this: ${error instanceof Error ? error.message : error}`)
  }
  machine.dispose()
  return pages
}

function inParts(pages: number[]): number[][] {
  const parts: number[][] = []
  for (let at = 0; at < pages.length; at += pagesPerPart) parts.push(pages.slice(at, at + pagesPerPart))
  return parts
}

function readPages(file: number, pages: number[]): Uint8Array {
  const bytes = new Uint8Array(pages.length * pageBytes)
  for (const [at, page] of pages.entries()) readSync(file, bytes, at * pageBytes, pageBytes, page * pageBytes)
  return bytes
}

function compress(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: effort.codeLevel } })
}
