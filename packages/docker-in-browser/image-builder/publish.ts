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
import { imageFolder } from '../node/image-folder.ts'
import { type ImageFile, type ImageManifest, imageFilePath, pageBytes } from '../src/image/image-manifest.ts'
import { allParts, bytesOf, summarizeImage } from '../src/image/image-summary.ts'
import { biosFile, chunkBytes, memoryBytes, vgaBiosFile } from './build-machine.ts'
import { type CachedStepOutput, hashOf, hashOfFiles, runCachedStep } from './cached-steps.ts'
import { effort } from './effort.ts'
import type { InstalledPackage } from './install-packages.ts'
import { packPages } from './pack-pages.ts'
import { upstreamVersion } from './package-list.ts'
import { precompileCode } from './precompile-code.ts'
import { runTool } from './run-tool.ts'

const snapshotPartBytes = 8_000_000

/**
 * Compresses the snapshot and the disk in parts, precompiles the code of common commands, packs the pages that they
 * read, and writes all of it with its manifest into `.lab/image`.
 */
export async function publishImage(from: {
  snapshot: CachedStepOutput
  packages: InstalledPackage[]
}): Promise<void> {
  const compressed = await runCachedStep({
    name: 'packed',
    inputs: [
      from.snapshot.key,
      effort.name,
      hashOfFiles('image-builder/publish.ts', 'image-builder/package-list.ts', 'image-builder/effort.ts'),
    ],
    run: (folder) => compressImage(from, folder),
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
    run: (folder) => compile(join(from.snapshot.folder, 'state.bin'), compressed.folder, folder),
  })
  const packs = await runCachedStep({
    name: 'packs',
    inputs: [compressed.key, hashOfFiles('image-builder/pack-pages.ts')],
    run: (folder) => pack(join(from.snapshot.folder, 'disk.img'), compressed.folder, folder),
  })
  writeOutput([compressed.folder, compiled.folder, packs.folder])
  printSummary(readManifest(imageFolder))
}

/** Writes the parts of the precompiled code, and a manifest of only these. */
async function compile(state: string, compressedFolder: string, folder: string): Promise<void> {
  const image = { folder: compressedFolder, manifest: readManifest(compressedFolder) }
  const compiled = await precompileCode(image, new Uint8Array(readFileSync(state)), createPartWriter(folder))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ compiled }))
}

/** Writes the packs, the chunks without the packed pages, and a manifest of only these. */
async function pack(disk: string, compressedFolder: string, folder: string): Promise<void> {
  const writePart = createPartWriter(folder)
  const image = { folder: compressedFolder, manifest: readManifest(compressedFolder) }
  if (!effort.hasPacks) {
    writeFileSync(join(folder, 'manifest.json'), '{}')
    return
  }
  const { packs, pages } = await packPages(image, disk, writePart)
  const { chunks, ...others } = image.manifest.disk
  const remainingChunks = compressChunks(disk, writePart, { chunks, packedPages: pages })
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ packs, disk: { ...others, chunks: remainingChunks } }),
  )
}

/** Returns a function that writes a part into the folder’s `parts`. */
function createPartWriter(folder: string): (bytes: Uint8Array) => ImageFile {
  mkdirSync(join(folder, 'parts'))
  return (bytes) => {
    const part = { sha256: hashOf(bytes), bytes: bytes.length }
    writeFileSync(join(folder, imageFilePath(part)), bytes)
    return part
  }
}

function compressImage(
  from: { snapshot: CachedStepOutput; packages: InstalledPackage[] },
  folder: string,
): void {
  const writePart = createPartWriter(folder)
  const state = join(from.snapshot.folder, 'state.bin')
  runTool('zstd', ['-q', ...effort.snapshotZstdOptions, state, '-o', join(folder, 'state.zst')])
  const compressed = readFileSync(join(folder, 'state.zst'))
  rmSync(join(folder, 'state.zst'))
  const snapshotParts: ImageFile[] = []
  for (let at = 0; at < compressed.length; at += snapshotPartBytes)
    snapshotParts.push(writePart(compressed.subarray(at, at + snapshotPartBytes)))

  const disk = join(from.snapshot.folder, 'disk.img')
  const { packages } = from
  const manifest: ImageManifest = {
    format: 1,
    builtAt: statSync(state).mtime.toISOString(),
    memory: memoryBytes,
    versions: {
      ...parseVersions(readFileSync(join(from.snapshot.folder, 'versions.txt'), 'utf8')),
      // cosign reports its own version only as `devel`.
      cosign: upstreamVersion(packages, 'cosign'),
    },
    packages,
    bios: writePart(readFileSync(biosFile)),
    vgaBios: writePart(readFileSync(vgaBiosFile)),
    snapshot: { unpacked: statSync(state).size, parts: snapshotParts },
    disk: { bytes: statSync(disk).size, chunkBytes, chunks: compressChunks(disk, writePart) },
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
}

/** Compresses the disk in chunks. With `packed`, only chunks with packed pages are compressed again, without these. */
function compressChunks(
  disk: string,
  writePart: (bytes: Uint8Array) => ImageFile,
  packed?: { chunks: readonly (ImageFile | null)[]; packedPages: ReadonlySet<number> },
): (ImageFile | null)[] {
  const chunks: (ImageFile | null)[] = []
  const file = openSync(disk, 'r')
  const bytes = new Uint8Array(chunkBytes)
  const { size } = statSync(disk)
  for (let at = 0; at < size; at += chunkBytes) {
    const packedHere = packedPagesIn(at / pageBytes, packed?.packedPages)
    if (packed && packedHere.length === 0) {
      chunks.push(packed.chunks[at / chunkBytes] ?? null)
      continue
    }
    readSync(file, bytes, 0, chunkBytes, at)
    for (const page of packedHere) bytes.fill(0, page * pageBytes - at, (page + 1) * pageBytes - at)
    const isEmpty = bytes.every((byte) => byte === 0)
    const params = { [constants.ZSTD_c_compressionLevel]: effort.chunkZstdLevel }
    chunks.push(isEmpty ? null : writePart(zstdCompressSync(bytes, { params })))
  }
  closeSync(file)
  return chunks
}

/** The packed pages in the chunk that begins with this page. */
function packedPagesIn(first: number, packedPages: ReadonlySet<number> | undefined): number[] {
  if (!packedPages) return []
  const pages = Array.from({ length: chunkBytes / pageBytes }, (_, index) => first + index)
  return pages.filter((page) => packedPages.has(page))
}

function parseVersions(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .trim()
      .split('\n')
      // Without a leading v and Debian’s suffix, which the list of packages has.
      .map((line) => line.split(' '))
      .map(([name = '', version = '']) => [name, version.replace(/^v|[+].*$/g, '')]),
  )
}

/** Not validated against the schema, because this build wrote the file. */
function readManifest(folder: string): ImageManifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
}

/** Copies only parts that changed. The folder has no manifest until it is complete, so nothing uses a partial image. */
function writeOutput(folders: string[]): void {
  const manifest: ImageManifest = Object.assign({}, ...folders.map((folder) => readManifest(folder)))
  const text = JSON.stringify(manifest)
  const manifestFile = join(imageFolder, 'manifest.json')
  if (existsSync(manifestFile) && readFileSync(manifestFile, 'utf8') === text) return
  rmSync(manifestFile, { force: true })
  mkdirSync(join(imageFolder, 'parts'), { recursive: true })
  const parts = new Set(allParts(manifest).map(({ sha256 }) => sha256))
  for (const old of readdirSync(join(imageFolder, 'parts')))
    if (!parts.has(old)) rmSync(join(imageFolder, 'parts', old))
  for (const part of allParts(manifest)) {
    const from = folders.map((folder) => join(folder, imageFilePath(part))).find((file) => existsSync(file))
    const to = join(imageFolder, imageFilePath(part))
    const isUpToDate = existsSync(to) && statSync(to).size === part.bytes
    if (from && !isUpToDate) copyFileSync(from, to, fileConstants.COPYFILE_FICLONE)
  }
  writeFileSync(`${manifestFile}.new`, text)
  renameSync(`${manifestFile}.new`, manifestFile)
}

function printSummary(manifest: ImageManifest): void {
  const { snapshot, disk, compiled, packs } = manifest
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
  const chunks = disk.chunks.flatMap((chunk) => chunk ?? [])
  console.log(
    `\n${imageFolder}: ${Object.entries(manifest.versions)
      .map((pair) => pair.join(' '))
      .join(', ')}`,
  )
  console.log(`  snapshot        ${megabytes(bytesOf(snapshot.parts))} in ${snapshot.parts.length} parts`)
  console.log(`  first download  ${megabytes(summarizeImage(manifest).firstDownload)}`)
  if (compiled) {
    const modules = `${megabytes(bytesOf(compiled.modules))} in ${compiled.modules.length} parts`
    console.log(`  compiled code   ${megabytes(compiled.tables.bytes)} at startup, then ${modules}`)
  }
  console.log(`  disk            ${megabytes(bytesOf(chunks))} in ${chunks.length} chunks`)
  if (packs) {
    const parts = packs.groups.flat()
    console.log(`  packs           ${megabytes(bytesOf(parts))} in ${parts.length} parts`)
  }
}
