import type { ImageFile, ImageManifest } from './image-manifest.ts'

/** What pages show about the machine before it is downloaded. Sizes are in bytes, compressed. */
export type ImageSummary = {
  firstDownload: number
  /** All parts together. */
  total: number
  memory: number
  builtAt: string
  versions: Record<string, string>
}

/** The parts that are needed before the machine starts, each once, in the order of use. */
export function initialParts({ bios, vgaBios, snapshot, compiled, packs }: ImageManifest): ImageFile[] {
  const optional = [...(compiled ? [compiled.tables] : []), ...(packs ? [packs.index] : [])]
  return uniqueParts([bios, vgaBios, ...snapshot.parts, ...optional])
}

/** Every part that the manifest names. */
export function allParts(manifest: ImageManifest): ImageFile[] {
  const chunks = manifest.disk.chunks.flatMap((chunk) => chunk ?? [])
  const { compiled, packs } = manifest
  return uniqueParts([
    ...initialParts(manifest),
    ...chunks,
    ...(compiled?.modules ?? []),
    ...(packs?.groups.flat() ?? []),
  ])
}

export function summarizeImage(manifest: ImageManifest): ImageSummary {
  const { memory, builtAt, versions } = manifest
  return {
    firstDownload: bytesOf(initialParts(manifest)),
    total: bytesOf(allParts(manifest)),
    memory,
    builtAt,
    versions,
  }
}

export function bytesOf(parts: readonly ImageFile[]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0)
}

function uniqueParts(parts: readonly ImageFile[]): ImageFile[] {
  return [...new Map(parts.map((part) => [part.sha256, part])).values()]
}
