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
import { download, failureReasonOf, pause, request } from './download.ts'

export type ImageLocation = {
  /** The full address of the manifest; parts lie relative to it. */
  manifestAddress: string
  /** The name of the cache in Cache Storage that the image is kept in. */
  cacheName: string
}

const maxParallelDownloads = 4

/**
 * Milliseconds between two attempts at a part that a running machine waits for. Together less than the minute that a
 * machine has for an answer: when the network stays away, that is what is told.
 */
const retryDelaysMillis = [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]

export type ImageCacheOptions = ImageLocation & {
  signal?: AbortSignal
  /** Bytes of what is being fetched that are here, of all it has. */
  onProgress?: (loaded: number, total: number) => void
  /** The browser gives no room: from now on parts stay in memory. Called once. */
  onNotPersisted?: () => void
}

export type ImageCache = ImageSource & {
  manifest(): Promise<ImageManifest>
  /** Fetches what the machine needs to start and what is not here yet. */
  fetchFirst(manifest: ImageManifest): Promise<void>
  /** The same for every part: whatever the machine reads is here then, without a network too. */
  fetchAll(manifest: ImageManifest): Promise<void>
  /** A file of the site that the machine needs beside its image, kept with it. */
  program(address: string): Promise<Uint8Array<ArrayBuffer>>
  /** Forgets parts that this manifest doesn't name: those of an image before. */
  tidy(manifest: ImageManifest): Promise<void>
}

/**
 * The machine's bytes from the site by way of Cache Storage. Every part is checked against its hash whenever it
 * comes from somewhere; a download that was cut off goes on with what is missing.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: small functions over the same four values
export async function openImageCache(options: ImageCacheOptions): Promise<ImageCache> {
  const { manifestAddress, cacheName, signal, onProgress, onNotPersisted } = options
  // Missing without https, refused in some private windows.
  const cache = await globalThis.caches?.open(cacheName).catch(() => undefined)
  /** What is kept already is read and tidied all the same. */
  let hasQuota = true
  if (!cache) reportQuotaExceeded()
  const inMemoryParts = new Map<string, Uint8Array>()
  const programs = new Set<string>()
  const addressOf = (part: ImageFile) => new URL(imageFilePath(part), manifestAddress).href

  /** Several parts may find it out at the same time. */
  function reportQuotaExceeded(): void {
    if (!hasQuota) return
    hasQuota = false
    onNotPersisted?.()
  }

  async function keep(part: ImageFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
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

  async function kept(part: ImageFile): Promise<Uint8Array | undefined> {
    const inMemory = inMemoryParts.get(part.sha256)
    if (inMemory) return inMemory
    const found = await cache?.match(addressOf(part))
    const bytes = found && new Uint8Array(await found.arrayBuffer())
    if (bytes && (await isWhole(part, bytes))) return bytes
    if (bytes) await cache?.delete(addressOf(part))
    return undefined
  }

  async function fetched(part: ImageFile, onBytes: (count: number) => void): Promise<Uint8Array> {
    const address = addressOf(part)
    for (const how of ['default', 'reload'] as const) {
      let count = 0
      const bytes = await download(address, how, signal, (more) => {
        count += more
        onBytes(more)
      })
      if (await isWhole(part, bytes)) {
        await keep(part, bytes)
        return bytes
      }
      onBytes(-count)
    }
    throw new MachineError('broken-part', `${address} is not what the manifest says, twice`)
  }

  /** A learner's work is in the machine that waits for this part: a moment without a network must not end it. */
  async function fetchWithRetry(part: ImageFile): Promise<Uint8Array> {
    for (const milliseconds of retryDelaysMillis) {
      try {
        return await fetched(part, () => undefined)
      } catch (error) {
        if (signal?.aborted) throw failureReasonOf(error, signal)
        if (toMachineFailure(error) !== 'network') throw error
        await pause(milliseconds, signal)
      }
    }
    return fetched(part, () => undefined)
  }

  async function fetchMissing(parts: ImageFile[]): Promise<void> {
    const total = bytesOf(parts)
    let loaded = 0
    const add = (count: number) => {
      loaded += count
      onProgress?.(Math.max(0, Math.min(loaded, total)), total)
    }
    add(0)
    const waiting = [...parts]
    const work = async () => {
      for (let part = waiting.shift(); part; part = waiting.shift()) {
        signal?.throwIfAborted()
        // Checked when the machine reads it.
        if (inMemoryParts.has(part.sha256) || (await cache?.match(addressOf(part)))) add(part.bytes)
        else await fetched(part, add)
      }
    }
    await Promise.all(Array.from({ length: maxParallelDownloads }, work)).catch((error) => {
      waiting.length = 0
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
        const before = signal?.aborted ? undefined : await cache?.match(manifestAddress)
        const manifest = before && parseManifest(await before.text())
        if (manifest) return manifest
        throw error
      }
    },

    fetchFirst: (manifest) => fetchMissing(initialParts(manifest)),
    fetchAll: (manifest) => fetchMissing(allParts(manifest)),

    async part(part) {
      return (await kept(part)) ?? (await fetchWithRetry(part))
    },

    async program(address) {
      programs.add(address)
      const before = await cache?.match(address)
      const response = before ?? (await request(address, 'default', signal))
      if (!response.ok) throw new MachineError('network', `${address} answered ${response.status}`)
      if (!before) await cache?.put(address, response.clone()).catch(() => undefined)
      return new Uint8Array(await response.arrayBuffer())
    },

    async tidy(manifest) {
      const named = new Set([manifestAddress, ...programs, ...allParts(manifest).map(addressOf)])
      const requests = (await cache?.keys()) ?? []
      await Promise.all(requests.filter(({ url }) => !named.has(url)).map((old) => cache?.delete(old)))
    },
  }
}

async function fetchManifest(address: string, signal: AbortSignal | undefined): Promise<ImageManifest> {
  const response = await request(address, 'no-cache', signal)
  // Trouble that passes is no sign that the site has no image.
  if (response.status >= 500 || response.status === 429)
    throw new MachineError('network', `${address} answered ${response.status}`)
  const text = await response.text().catch((error) => {
    throw failureReasonOf(error, signal)
  })
  const manifest = response.ok ? parseManifest(text) : undefined
  if (!manifest) throw new MachineError('no-image', `${address} is no manifest of the lab image`)
  return manifest
}

/** Undefined when the text is no manifest of this version. */
export function parseManifest(text: string): ImageManifest | undefined {
  try {
    const read = v.safeParse(imageManifestSchema, JSON.parse(text))
    return read.success ? read.output : undefined
  } catch {
    // Some hosts answer with a page of HTML where there is nothing.
    return undefined
  }
}

async function isWhole(part: ImageFile, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (bytes.length !== part.bytes) return false
  const hash = await sha256Of(bytes)
  // Where there is none the size must do.
  return hash === undefined || hash === part.sha256
}
