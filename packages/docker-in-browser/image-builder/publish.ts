import {
  closeSync,
  copyFileSync,
  existsSync,
  constants as fileConstants,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { constants, zstdCompressSync } from 'node:zlib'
import { imageFolder as target } from '../node/image-folder.ts'
import { type ImageFile, type ImageManifest, imageFilePath, pageBytes } from '../src/image/image-manifest.ts'
import { allParts, bytesOf, summarizeImage } from '../src/image/image-summary.ts'
import { biosFile, chunkBytes, memoryBytes, vgaBiosFile } from './build-machine.ts'
import { type CachedStepOutput, hashOf, hashOfFiles, runCachedStep } from './cached-steps.ts'
import { effort } from './effort.ts'
import type { PackageRow } from './install-packages.ts'
import { packPages } from './pack-pages.ts'
import { upstreamVersion } from './package-list.ts'
import { precompileCode } from './precompile-code.ts'
import { runTool } from './run-tool.ts'

const partBytes = 8_000_000

/**
 * Cuts the snapshot and the disk into parts, compiles what its commands need, and puts all of it with the manifest into
 * `.lab/image`.
 */
export async function publishImage(from: {
  snapshot: CachedStepOutput
  packages: PackageRow[]
}): Promise<void> {
  const packed = await runCachedStep({
    name: 'packed',
    inputs: [
      from.snapshot.key,
      effort.name,
      hashOfFiles('image-builder/publish.ts', 'image-builder/package-list.ts', 'image-builder/effort.ts'),
    ],
    make: (folder) => compress(from, folder),
  })
  const compiled = await runCachedStep({
    name: 'compiled',
    inputs: [
      from.snapshot.key,
      effort.name,
      hashOfFiles(
        'image-builder/effort.ts',
        'image-builder/precompile-code.ts',
        'image-builder/add-early-return.ts',
        'src/code-cache/precompiled-code.ts',
        'src/code-cache/patch-jit-slots.ts',
        'src/emulator/v86-cpu.ts',
      ),
    ],
    make: (folder) => compile(join(from.snapshot.folder, 'state.bin'), packed.folder, folder),
  })
  const packs = await runCachedStep({
    name: 'packs',
    inputs: [packed.key, hashOfFiles('image-builder/pack-pages.ts')],
    make: (folder) => pack(join(from.snapshot.folder, 'disk.img'), packed.folder, folder),
  })
  writeOutput([packed.folder, compiled.folder, packs.folder])
  printSummary(readManifest(target))
}

/** The parts, and in the manifest's place what it gains. */
async function compile(state: string, packed: string, folder: string): Promise<void> {
  const image = { folder: packed, manifest: readManifest(packed) }
  const compiled = await precompileCode(image, new Uint8Array(readFileSync(state)), createPartWriter(folder))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ compiled }))
}

/** The packs of pages, the chunks without these pages, and in the manifest's place what it gains. */
async function pack(disk: string, packed: string, folder: string): Promise<void> {
  const keep = createPartWriter(folder)
  const image = { folder: packed, manifest: readManifest(packed) }
  if (!effort.hasPacks) {
    writeFileSync(join(folder, 'manifest.json'), '{}')
    return
  }
  const { packs, pages } = await packPages(image, disk, keep)
  const { chunks, ...others } = image.manifest.disk
  const withoutPacked = compressChunks(disk, keep, { chunks, packedPages: pages })
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ packs, disk: { ...others, chunks: withoutPacked } }),
  )
}

/** Writes bytes as a part into a folder's `parts`. */
function createPartWriter(folder: string): (bytes: Uint8Array) => ImageFile {
  mkdirSync(join(folder, 'parts'))
  return (bytes) => {
    const part = { sha256: hashOf(bytes), bytes: bytes.length }
    writeFileSync(join(folder, imageFilePath(part)), bytes)
    return part
  }
}

function compress(from: { snapshot: CachedStepOutput; packages: PackageRow[] }, folder: string): void {
  const keep = createPartWriter(folder)
  const state = join(from.snapshot.folder, 'state.bin')
  runTool('zstd', ['-q', ...effort.zstd, state, '-o', join(folder, 'state.zst')])
  const compressSnapshot = readFileSync(join(folder, 'state.zst'))
  rmSync(join(folder, 'state.zst'))
  const snapshotParts: ImageFile[] = []
  for (let at = 0; at < compressSnapshot.length; at += partBytes)
    snapshotParts.push(keep(compressSnapshot.subarray(at, at + partBytes)))

  const disk = join(from.snapshot.folder, 'disk.img')
  const { packages } = from
  const manifest: ImageManifest = {
    format: 1,
    builtAt: statSync(state).mtime.toISOString(),
    memory: memoryBytes,
    versions: {
      ...versionsIn(readFileSync(join(from.snapshot.folder, 'versions.txt'), 'utf8')),
      // It says only `devel` of itself.
      cosign: upstreamVersion(packages, 'cosign'),
    },
    packages,
    bios: keep(readFileSync(biosFile)),
    vgaBios: keep(readFileSync(vgaBiosFile)),
    snapshot: { unpacked: statSync(state).size, parts: snapshotParts },
    disk: { bytes: statSync(disk).size, chunkBytes, chunks: compressChunks(disk, keep) },
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
}

/** The disk in chunks. Of an image that has packs, only the chunks with packed pages are made, without these pages. */
function compressChunks(
  disk: string,
  keep: (bytes: Uint8Array) => ImageFile,
  made?: { chunks: readonly (ImageFile | null)[]; packedPages: ReadonlySet<number> },
): (ImageFile | null)[] {
  const chunks: (ImageFile | null)[] = []
  const file = openSync(disk, 'r')
  const bytes = new Uint8Array(chunkBytes)
  const { size } = statSync(disk)
  for (let at = 0; at < size; at += chunkBytes) {
    const packed = packedPagesIn(at / pageBytes, made?.packedPages)
    if (made && packed.length === 0) {
      chunks.push(made.chunks[at / chunkBytes] ?? null)
      continue
    }
    readSync(file, bytes, 0, chunkBytes, at)
    for (const page of packed) bytes.fill(0, page * pageBytes - at, (page + 1) * pageBytes - at)
    const isEmpty = bytes.every((byte) => byte === 0)
    const params = { [constants.ZSTD_c_compressionLevel]: effort.chunkLevel }
    chunks.push(isEmpty ? null : keep(zstdCompressSync(bytes, { params })))
  }
  closeSync(file)
  return chunks
}

/** The packed pages of the chunk that begins with this page. */
function packedPagesIn(first: number, packedPages: ReadonlySet<number> | undefined): number[] {
  if (!packedPages) return []
  const pages = Array.from({ length: chunkBytes / pageBytes }, (_, at) => first + at)
  return pages.filter((page) => packedPages.has(page))
}

function versionsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .trim()
      .split('\n')
      // Without a v before and Debian's additions behind: the packages have those.
      .map((line) => line.split(' '))
      .map(([name = '', version = '']) => [name, version.replace(/^v|[+].*$/g, '')]),
  )
}

/** Our own file, written a moment ago: not checked against its schema again. */
function readManifest(folder: string): ImageManifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
}

/** Only parts that changed are copied; the manifest goes last, so that the folder is never half an image. */
function writeOutput(folders: string[]): void {
  const manifest: ImageManifest = Object.assign({}, ...folders.map((folder) => readManifest(folder)))
  const text = JSON.stringify(manifest)
  const there = join(target, 'manifest.json')
  if (existsSync(there) && readFileSync(there, 'utf8') === text) return
  rmSync(there, { force: true })
  mkdirSync(join(target, 'parts'), { recursive: true })
  const parts = new Set(allParts(manifest).map(({ sha256 }) => sha256))
  for (const old of readdirSync(join(target, 'parts')))
    if (!parts.has(old)) rmSync(join(target, 'parts', old))
  for (const part of allParts(manifest)) {
    const from = folders.map((folder) => join(folder, imageFilePath(part))).find((file) => existsSync(file))
    const to = join(target, imageFilePath(part))
    const isThere = existsSync(to) && statSync(to).size === part.bytes
    if (from && !isThere) copyFileSync(from, to, fileConstants.COPYFILE_FICLONE)
  }
  writeFileSync(`${there}.new`, text)
  renameSync(`${there}.new`, there)
}

function printSummary(manifest: ImageManifest): void {
  const { snapshot, disk, compiled, packs } = manifest
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
  const chunks = disk.chunks.flatMap((chunk) => chunk ?? [])
  console.log(
    `\n${target}: ${Object.entries(manifest.versions)
      .map((pair) => pair.join(' '))
      .join(', ')}`,
  )
  console.log(`  snapshot        ${megabytes(bytesOf(snapshot.parts))} in ${snapshot.parts.length} parts`)
  console.log(`  first download  ${megabytes(summarizeImage(manifest).firstDownload)}`)
  if (compiled) {
    const modules = `${megabytes(bytesOf(compiled.modules))} in ${compiled.modules.length} parts`
    console.log(`  compiled code   ${megabytes(compiled.tables.bytes)} at the start, then ${modules}`)
  }
  console.log(`  disk            ${megabytes(bytesOf(chunks))} in ${chunks.length} chunks`)
  if (packs) {
    const parts = packs.groups.flat()
    console.log(`  packs           ${megabytes(bytesOf(parts))} in ${parts.length} parts`)
  }
}
