import { imageFilePath } from './image/image-manifest.ts'
import { allParts, bytesOf } from './image/image-summary.ts'
import { MachineError } from './machine.ts'
import {
  type ImageCacheOptions,
  type ImageLocation,
  openImageCache,
  parseManifest,
} from './worker/image-cache.ts'

export type StoredImage = {
  bytes: number
  /** Whether every part is stored, so that a machine needs no network. */
  isComplete: boolean
  /** Bytes of the whole image; undefined if the manifest is not stored. */
  totalBytes?: number
}

/** How much of the image this browser has stored; zero where storage is blocked. */
export async function readStoredImage({ manifestAddress, cacheName }: ImageLocation): Promise<StoredImage> {
  if (!(await globalThis.caches?.has(cacheName).catch(() => false))) return { bytes: 0, isComplete: false }
  const cache = await caches.open(cacheName)
  const responses = await cache.matchAll()
  const sizes = await Promise.all(responses.map(async (response) => (await response.blob()).size))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  const response = await cache.match(manifestAddress)
  const manifest = response && parseManifest(await response.text())
  if (!manifest) return { bytes, isComplete: false }
  const storedAddresses = new Set((await cache.keys()).map(({ url }) => url))
  const parts = allParts(manifest)
  const isComplete = parts.every((part) =>
    storedAddresses.has(new URL(imageFilePath(part), manifestAddress).href),
  )
  return { bytes, isComplete, totalBytes: bytesOf(parts) }
}

/** Downloads and stores every missing part. Rejects with a MachineError. */
export async function downloadFullImage(
  options: Required<Omit<ImageCacheOptions, 'onNotPersisted'>>,
): Promise<void> {
  const storageFull = new AbortController()
  const cache = await openImageCache({
    ...options,
    signal: AbortSignal.any([options.signal, storageFull.signal]),
    // Keeping the rest in memory would not help: it would be gone with the page.
    onNotPersisted: () => storageFull.abort(),
  })
  try {
    await cache.fetchAll(await cache.manifest())
  } catch (error) {
    throw storageFull.signal.aborted ? new MachineError('storage-full', 'the browser gives no room') : error
  }
}

export async function deleteStoredImage({ cacheName }: ImageLocation): Promise<void> {
  await caches.delete(cacheName)
}
