import { vi } from 'vitest'

export type FakeWeb = {
  /** Addresses requested, in order. */
  requests: string[]
  files: Map<string, Uint8Array<ArrayBuffer>>
  /** What is in the browser’s Cache Storage. */
  stored: Map<string, Uint8Array<ArrayBuffer>>
  /** The most bytes that the browser can store. */
  capacityBytes: number
  isOnline: boolean
  /** The site's response for a missing file. */
  missingStatus: number
  /** Called before each response, to make it fail, end early or be canceled. */
  onRequest: (address: string) => void
}

/** A fake of `fetch` and Cache Storage, as far as the image’s cache uses them. */
export function fakeWeb(files: Map<string, Uint8Array<ArrayBuffer>>): FakeWeb {
  const web: FakeWeb = {
    requests: [],
    files,
    stored: new Map(),
    capacityBytes: Number.POSITIVE_INFINITY,
    isOnline: true,
    missingStatus: 404,
    onRequest: () => undefined,
  }
  vi.stubGlobal('fetch', async (address: string, { signal }: RequestInit = {}) => {
    web.requests.push(address)
    web.onRequest(address)
    signal?.throwIfAborted()
    if (!web.isOnline) throw new TypeError('Failed to fetch')
    const bytes = web.files.get(address)
    return bytes ? new Response(bytes) : new Response('<html>', { status: web.missingStatus })
  })
  const cache = {
    match: async (address: string) => {
      const bytes = web.stored.get(address)
      return bytes && new Response(bytes)
    },
    put: async (address: string, response: Response) => {
      const bytes = new Uint8Array(await response.arrayBuffer())
      const used = [...web.stored.values()].reduce((sum, { length }) => sum + length, 0)
      if (used + bytes.length > web.capacityBytes) throw new DOMException('full', 'QuotaExceededError')
      web.stored.set(address, bytes)
    },
    delete: async (request: string | { url: string }) =>
      web.stored.delete(typeof request === 'string' ? request : request.url),
    keys: async () => [...web.stored.keys()].map((url) => ({ url })),
    matchAll: async () => [...web.stored.values()].map((bytes) => new Response(bytes)),
  }
  vi.stubGlobal('caches', {
    open: async () => cache,
    match: cache.match,
    has: async () => web.stored.size > 0,
    delete: async () => web.stored.clear(),
  })
  return web
}
