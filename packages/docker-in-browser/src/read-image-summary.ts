import { type ImageSummary, summarizeImage } from './image/image-summary.ts'
import { fetchManifest, type ImageLocation, parseManifest } from './worker/image-cache.ts'

/**
 * Summarizes the image before any of it is downloaded: the one on the server, or otherwise the one that this browser
 * has stored. Stores nothing. Rejects with a MachineError whose failure is `no-image`, `broken-manifest` or `network`.
 */
export async function readImageSummary({ manifestAddress, cacheName }: ImageLocation): Promise<ImageSummary> {
  try {
    return summarizeImage(await fetchManifest(manifestAddress, undefined))
  } catch (error) {
    const stored = await globalThis.caches?.match(manifestAddress, { cacheName }).catch(() => undefined)
    const manifest = stored && parseManifest(await stored.text())
    if (manifest) return summarizeImage(manifest)
    throw error
  }
}
