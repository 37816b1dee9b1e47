import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

type Download = {
  address: string
  /** The hash that the whole file must have, in hexadecimal. */
  sha256: string
  /** The path of the file. Until it is complete, the downloaded bytes are in `<file>.part`. */
  file: string
  /** Bytes; `total` is undefined if the server does not report it. */
  onProgress: (loaded: number, total: number | undefined) => void
  /** How many attempts in a row may fail without new bytes before the download is given up. */
  attempts?: number
  pauseMillis?: number
}

/** Downloads a file. If the connection breaks, now or in an earlier run, the download is resumed. */
export async function downloadFile(download: Download): Promise<void> {
  const { address, sha256, file, attempts = 5, pauseMillis = 2000 } = download
  const part = `${file}.part`
  mkdirSync(dirname(file), { recursive: true })
  let failures = 0
  for (;;) {
    const before = sizeOf(part)
    try {
      await fetchRest(download, part)
      break
    } catch (error) {
      if (error instanceof ResponseError) throw error
      failures = sizeOf(part) > before ? 1 : failures + 1
      if (failures >= attempts)
        throw new Error(
          `The download from ${address} was cut off: ${reasonOf(error)}. Run npm start again, and it goes on where it stopped.`,
        )
      await new Promise((resolve) => setTimeout(resolve, pauseMillis * failures))
    }
  }
  if ((await hashOfFile(part)) !== sha256) {
    rmSync(part)
    throw new Error(
      `What ${address} sent is not the file whose SHA-256 is ${sha256}, so it was deleted. Check LAB_IMAGE_URL and LAB_IMAGE_SHA256: they must be of the same release.`,
    )
  }
  renameSync(part, file)
}

class ResponseError extends Error {}

async function fetchRest({ address, onProgress }: Download, part: string): Promise<void> {
  const downloadedBytes = sizeOf(part)
  // A compressed response has other byte ranges than the file.
  const headers = {
    'Accept-Encoding': 'identity',
    ...(downloadedBytes > 0 && { Range: `bytes=${downloadedBytes}-` }),
  }
  const response = await fetch(address, { headers })
  const range = /^bytes (\d+)-\d+\/(\d+)/.exec(response.headers.get('content-range') ?? '')
  // The file was already complete; its hash decides whether it is the right one.
  if (response.status === 416) return
  if (response.status >= 500 || response.status === 429) throw new Error(`it answered ${response.status}`)
  if (!response.ok || !response.body)
    throw new ResponseError(`${address} answered ${response.status}. Check LAB_IMAGE_URL.`)
  const isResumed = response.status === 206 && Number(range?.[1]) === downloadedBytes
  if (response.status === 206 && !isResumed) {
    rmSync(part, { force: true })
    throw new Error('it sent another part than was asked for')
  }
  let loaded = isResumed ? downloadedBytes : 0
  const length = Number(response.headers.get('content-length'))
  const total = isResumed ? Number(range?.[2]) : length || undefined
  const file = await open(part, isResumed ? 'a' : 'w')
  try {
    // Each chunk is written before the next one is read, so that nothing is lost if the download breaks.
    for await (const bytes of Readable.fromWeb(response.body as ReadableStream<Uint8Array>)) {
      await file.writeFile(bytes)
      loaded += bytes.length
      onProgress(loaded, total)
    }
  } finally {
    await file.close()
  }
  if (total !== undefined && loaded < total) throw new Error('it ended early')
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
