import { closeSync, openSync, readSync } from 'node:fs'
import { constants, zstdCompressSync } from 'node:zlib'
import { HeadlessMachine, type LabImage } from '../node/headless-machine.ts'
import { type ImageFile, type ImageManifest, pageBytes } from '../src/image/image-manifest.ts'
import { toRuns } from '../src/image/page-runs.ts'
import { effort } from './effort.ts'

/** Commands that labs run after their first `docker run`. Each workload starts from the snapshot. */
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

/** Decompressing a part of this size blocks the machine for about 10 ms. */
const pagesPerPart = 256

/**
 * Runs each workload from the snapshot and packs the pages that it reads from the disk, in the order in which it reads
 * them. Pages that several workloads read form groups of their own, so that none downloads pages that it does not need.
 */
export async function packPages(
  image: LabImage,
  disk: string,
  writePart: (bytes: Uint8Array) => ImageFile,
): Promise<{ packs: ImageManifest['packs']; pages: ReadonlySet<number> }> {
  const workloadsByPage = new Map<number, string[]>()
  for (const [name, commands] of Object.entries(workloads))
    for (const page of await recordPageReads(image, commands)) {
      const names = workloadsByPage.get(page)
      if (names) names.push(name)
      else workloadsByPage.set(page, [name])
    }
  const groups = new Map<string, number[]>()
  for (const [page, names] of workloadsByPage) {
    const group = names.join(' ')
    const pages = groups.get(group)
    if (pages) pages.push(page)
    else groups.set(group, [page])
  }
  const file = openSync(disk, 'r')
  const packed = [...groups.values()].map((pages) =>
    splitIntoParts(pages).map((part) => ({
      part: writePart(compress(readPages(file, part))),
      runs: toRuns(part),
    })),
  )
  closeSync(file)
  const index = packed.map((group) => group.map(({ runs }) => runs))
  const packs = {
    index: writePart(compress(new TextEncoder().encode(JSON.stringify(index)))),
    groups: packed.map((group) => group.map(({ part }) => part)),
  }
  return { packs, pages: new Set(workloadsByPage.keys()) }
}

async function recordPageReads(image: LabImage, commands: string[]): Promise<Set<number>> {
  const machine = await HeadlessMachine.start(image)
  const pages = new Set<number>()
  const { disk } = machine.v86
  if (!disk) throw new Error('The machine is not running.')
  disk.onPageRead = (page) => pages.add(page)
  try {
    for (const command of commands) {
      const { exitCode, output } = await machine.type(command)
      if (exitCode !== 0) throw new Error(`${command} exited with ${exitCode}:\n${output}`)
    }
  } catch (error) {
    // A very busy computer can exceed a time limit. Packs with fewer pages work, too.
    const reason = error instanceof Error ? error.message : error
    console.warn(`  Packed only the pages that were read before this error: ${reason}`)
  }
  machine.dispose()
  return pages
}

function splitIntoParts(pages: number[]): number[][] {
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
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: effort.codeZstdLevel } })
}
