import { type ImageSummary, summarizeImage } from './image/image-summary.ts'
import { fetchManifest, type ImageLocation, parseManifest } from './worker/image-cache.ts'

/**
 * What is known of the image before anything of it is downloaded: of the server's, or else of the one that this browser
 * keeps. Stores nothing. Rejects with a MachineError whose failure is `no-image`, `broken-manifest` or `network`.
 */
export async function readImageSummary({ manifestAddress, cacheName }: ImageLocation): Promise<ImageSummary> {
  try {
    return summarizeImage(await fetchManifest(manifestAddress, undefined))
  } catch (error) {
    const before = await globalThis.caches?.match(manifestAddress, { cacheName }).catch(() => undefined)
    const manifest = before && parseManifest(await before.text())
    if (manifest) return summarizeImage(manifest)
    throw error
  }
}
