import { vi } from 'vitest'

export type FakeWeb = {
  /** Addresses asked for, in order. */
  asked: string[]
  files: Map<string, Uint8Array<ArrayBuffer>>
  /** What the browser has stored. */
  kept: Map<string, Uint8Array<ArrayBuffer>>
  /** The most bytes that the browser can store. */
  room: number
  isOnline: boolean
  /** The site's response for a missing file. */
  refusal: number
  /** Called before each response, to make it fail, end early or be canceled. */
  onRequest: (address: string) => void
}

/** Stands in for `fetch` and Cache Storage, as far as the image's cache uses them. */
export function fakeWeb(files: Map<string, Uint8Array<ArrayBuffer>>): FakeWeb {
  const web: FakeWeb = {
    asked: [],
    files,
    kept: new Map(),
    room: Number.POSITIVE_INFINITY,
    isOnline: true,
    refusal: 404,
    onRequest: () => undefined,
  }
  vi.stubGlobal('fetch', async (address: string, { signal }: RequestInit = {}) => {
    web.asked.push(address)
    web.onRequest(address)
    signal?.throwIfAborted()
    if (!web.isOnline) throw new TypeError('Failed to fetch')
    const bytes = web.files.get(address)
    return bytes ? new Response(bytes) : new Response('<html>', { status: web.refusal })
  })
  const cache = {
    match: async (address: string) => {
      const bytes = web.kept.get(address)
      return bytes && new Response(bytes)
    },
    put: async (address: string, response: Response) => {
      const bytes = new Uint8Array(await response.arrayBuffer())
      const used = [...web.kept.values()].reduce((sum, { length }) => sum + length, 0)
      if (used + bytes.length > web.room) throw new DOMException('full', 'QuotaExceededError')
      web.kept.set(address, bytes)
    },
    delete: async (request: string | { url: string }) =>
      web.kept.delete(typeof request === 'string' ? request : request.url),
    keys: async () => [...web.kept.keys()].map((url) => ({ url })),
    matchAll: async () => [...web.kept.values()].map((bytes) => new Response(bytes)),
  }
  vi.stubGlobal('caches', {
    open: async () => cache,
    match: cache.match,
    has: async () => web.kept.size > 0,
    delete: async () => web.kept.clear(),
  })
  return web
}
