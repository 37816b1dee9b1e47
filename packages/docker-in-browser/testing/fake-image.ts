import { createHash } from 'node:crypto'
import type { ImageFile, ImageManifest } from '../src/image/image-manifest.ts'

/** A small image: the files that a site would serve, by address. */
export function fakeImage(
  names = ['bios', 'vga', 'snapshot-1', 'snapshot-2', 'snapshot-3', 'chunk-1', 'chunk-2'],
): {
  manifest: ImageManifest
  files: Map<string, Uint8Array<ArrayBuffer>>
} {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const part = (name: string): ImageFile => {
    const bytes = new TextEncoder().encode(`${name} `.repeat(100))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    files.set(`${site}parts/${sha256}`, bytes)
    return { sha256, bytes: bytes.length }
  }
  const [bios, vgaBios, one, two, three, first, last] = names.map(part)
  if (!bios || !vgaBios || !one || !two || !three || !first || !last)
    throw new Error('seven names make an image')
  const manifest: ImageManifest = {
    format: 1,
    builtAt: '2026-11-23T00:00:00Z',
    memory: 1 << 20,
    versions: { engine: '28.5.2' },
    packages: [],
    bios,
    vgaBios,
    snapshot: { unpacked: 4096, parts: [one, two, three] },
    disk: { bytes: 3 << 20, chunkBytes: 1 << 20, chunks: [first, null, last] },
  }
  files.set(manifestAddress, new TextEncoder().encode(JSON.stringify(manifest)))
  return { manifest, files }
}

export const site = 'https://course.example/lab/'
export const manifestAddress = `${site}manifest.json`
