import * as v from 'valibot'
import {
  type ImageFile,
  type ImageManifest,
  imageFilePath,
  imageManifestSchema,
} from '../image/image-manifest.ts'
import { allParts, bytesOf, initialParts } from '../image/image-summary.ts'
import { type ImageSource, MachineError, toMachineFailure } from '../machine.ts'
import { sha256Of } from '../sha256.ts'
import { delay, download, failureReasonOf, request } from './download.ts'

export type ImageLocation = {
  /** The full address of the manifest; the addresses of parts are relative to it. */
  manifestAddress: string
  /** The name of the image's cache in Cache Storage. */
  cacheName: string
}

const maxParallelDownloads = 4

/**
 * Milliseconds between attempts to download a part that a running machine needs. Their sum is below the minute after
 * which a machine counts as unresponsive, so that a lost network is reported as such.
 */
const retryDelaysMillis = [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]

export type ImageCacheOptions = ImageLocation & {
  signal?: AbortSignal
  /** Called with the bytes downloaded so far and the total. */
  onProgress?: (loaded: number, total: number) => void
  /** Called once when the browser has no room; from then on, parts are held in memory. */
  onNotPersisted?: () => void
}

export type ImageCache = ImageSource & {
  manifest(): Promise<ImageManifest>
  /** Downloads the missing parts that the machine needs to start. */
  fetchInitialParts(manifest: ImageManifest): Promise<void>
  /** Downloads every missing part, so that the machine works offline. */
  fetchAll(manifest: ImageManifest): Promise<void>
  /** Downloads a file of the site that the machine needs in addition to its image, and stores it with the image. */
  program(address: string): Promise<Uint8Array<ArrayBuffer>>
  /** Deletes the parts of older images, which this manifest does not name. */
  deleteOldParts(manifest: ImageManifest): Promise<void>
}

/**
 * Downloads the machine's image through Cache Storage. Every part is checked against its hash whenever it is read or
 * downloaded; an interrupted download resumes with the missing parts.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: small functions over the same four values
export async function openImageCache(options: ImageCacheOptions): Promise<ImageCache> {
  const { manifestAddress, cacheName, signal, onProgress, onNotPersisted } = options
  // Undefined without HTTPS, and blocked in some private windows.
  const cache = await globalThis.caches?.open(cacheName).catch(() => undefined)
  /** Parts that are already stored can still be read and deleted. */
  let hasQuota = true
  if (!cache) reportQuotaExceeded()
  const inMemoryParts = new Map<string, Uint8Array>()
  const programs = new Set<string>()
  const addressOf = (part: ImageFile) => new URL(imageFilePath(part), manifestAddress).href

  /** Several parts may run out of room at the same time, but this is reported once. */
  function reportQuotaExceeded(): void {
    if (!hasQuota) return
    hasQuota = false
    onNotPersisted?.()
  }

  async function store(part: ImageFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (cache && hasQuota) {
      try {
        await cache.put(addressOf(part), new Response(bytes))
        return
      } catch {
        reportQuotaExceeded()
      }
    }
    inMemoryParts.set(part.sha256, bytes)
  }

  async function readStored(part: ImageFile): Promise<Uint8Array | undefined> {
    const inMemory = inMemoryParts.get(part.sha256)
    if (inMemory) return inMemory
    const found = await cache?.match(addressOf(part))
    const bytes = found && new Uint8Array(await found.arrayBuffer())
    if (bytes && (await isIntact(part, bytes))) return bytes
    if (bytes) await cache?.delete(addressOf(part))
    return undefined
  }

  async function fetchPart(part: ImageFile, onBytes: (count: number) => void): Promise<Uint8Array> {
    const address = addressOf(part)
    for (const cacheMode of ['default', 'reload'] as const) {
      let count = 0
      const bytes = await download(address, cacheMode, signal, (more) => {
        count += more
        onBytes(more)
      })
      if (await isIntact(part, bytes)) {
        await store(part, bytes)
        return bytes
      }
      onBytes(-count)
    }
    throw new MachineError('broken-part', `${address} is not what the manifest says, twice`)
  }

  /**
   * Retries, because the machine that waits for this part contains the learner’s work: a short network outage must not
   * end it.
   */
  async function fetchWithRetry(part: ImageFile): Promise<Uint8Array> {
    for (const milliseconds of retryDelaysMillis) {
      try {
        return await fetchPart(part, () => undefined)
      } catch (error) {
        if (signal?.aborted) throw failureReasonOf(error, signal)
        if (toMachineFailure(error) !== 'network') throw error
        await delay(milliseconds, signal)
      }
    }
    return fetchPart(part, () => undefined)
  }

  async function fetchMissing(parts: ImageFile[]): Promise<void> {
    const total = bytesOf(parts)
    let loaded = 0
    const add = (count: number) => {
      loaded += count
      onProgress?.(Math.max(0, Math.min(loaded, total)), total)
    }
    add(0)
    const queue = [...parts]
    const downloadNext = async () => {
      for (let part = queue.shift(); part; part = queue.shift()) {
        signal?.throwIfAborted()
        // Checked when the machine reads it.
        if (inMemoryParts.has(part.sha256) || (await cache?.match(addressOf(part)))) add(part.bytes)
        else await fetchPart(part, add)
      }
    }
    await Promise.all(Array.from({ length: maxParallelDownloads }, downloadNext)).catch((error) => {
      queue.length = 0
      throw failureReasonOf(error, signal)
    })
  }

  return {
    async manifest() {
      try {
        const manifest = await fetchManifest(manifestAddress, signal)
        await cache?.put(manifestAddress, new Response(JSON.stringify(manifest))).catch(() => undefined)
        return manifest
      } catch (error) {
        const stored = signal?.aborted ? undefined : await cache?.match(manifestAddress)
        const manifest = stored && parseManifest(await stored.text())
        if (manifest) return manifest
        throw error
      }
    },

    fetchInitialParts: (manifest) => fetchMissing(initialParts(manifest)),
    fetchAll: (manifest) => fetchMissing(allParts(manifest)),

    async part(part) {
      return (await readStored(part)) ?? (await fetchWithRetry(part))
    },

    async program(address) {
      programs.add(address)
      const stored = await cache?.match(address)
      const response = stored ?? (await request(address, 'default', signal))
      if (!response.ok) throw new MachineError('network', `${address} answered ${response.status}`)
      if (!stored) await cache?.put(address, response.clone()).catch(() => undefined)
      return new Uint8Array(await response.arrayBuffer())
    },

    async deleteOldParts(manifest) {
      const currentAddresses = new Set([manifestAddress, ...programs, ...allParts(manifest).map(addressOf)])
      const requests = (await cache?.keys()) ?? []
      await Promise.all(
        requests.filter(({ url }) => !currentAddresses.has(url)).map((old) => cache?.delete(old)),
      )
    },
  }
}

/** Rejects with a MachineError if there is no manifest, it is of another version, or the server cannot be reached. */
export async function fetchManifest(
  address: string,
  signal: AbortSignal | undefined,
): Promise<ImageManifest> {
  const response = await request(address, 'no-cache', signal)
  // A temporary failure does not mean that the site has no image.
  if (response.status >= 500 || response.status === 429)
    throw new MachineError('network', `${address} answered ${response.status}`)
  const text = await response.text().catch((error) => {
    throw failureReasonOf(error, signal)
  })
  const manifest = response.ok ? parseManifest(text) : undefined
  if (manifest) return manifest
  // A site without an image responds with a 404, with `null` (which no browser reports as an error), or with an HTML
  // page.
  const isBroken = response.ok && text.trimStart().startsWith('{')
  throw new MachineError(
    isBroken ? 'broken-manifest' : 'no-image',
    `${address} is not a manifest of the lab image`,
  )
}

/** Undefined if the text is not a manifest of this version. */
export function parseManifest(text: string): ImageManifest | undefined {
  try {
    const read = v.safeParse(imageManifestSchema, JSON.parse(text))
    return read.success ? read.output : undefined
  } catch {
    // Some hosts send an HTML page for a missing file.
    return undefined
  }
}

async function isIntact(part: ImageFile, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (bytes.length !== part.bytes) return false
  const hash = await sha256Of(bytes)
  // Without `crypto.subtle`, only the size is checked.
  return hash === undefined || hash === part.sha256
}
