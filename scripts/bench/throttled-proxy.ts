import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** 1.6 Mbit/s and a round trip of 150 ms, as in the browser's own throttling. */
export const connectionProfile = { roundTripMillis: 150, bytesPerSecond: (1.6 * 1024 * 1024) / 8 }

export type Traffic = { requests: number; bytes: number; bytesByKind: Record<string, number> }

export type ThrottledProxy = {
  address: string
  /** Returns the traffic since the last call. */
  takeTraffic: () => Traffic
  close: () => Promise<void>
}

/**
 * A proxy between browser and server that throttles and counts all traffic. The browser's own throttling covers pages only:
 * a service worker's requests would be neither slowed down nor counted.
 */
export async function startThrottledProxy(target: string): Promise<ThrottledProxy> {
  let traffic = emptyTraffic()
  let connectionFreeAt = 0
  /** Chunks of all responses share the bandwidth, one after the other. */
  const transfer = async (bytes: number) => {
    connectionFreeAt =
      Math.max(connectionFreeAt, performance.now()) + (bytes / connectionProfile.bytesPerSecond) * 1000
    await wait(Math.max(0, connectionFreeAt - performance.now()))
  }
  const count = (path: string, bytes: number) => {
    const kind = resourceKind(path)
    traffic.bytes += bytes
    traffic.bytesByKind[kind] = (traffic.bytesByKind[kind] ?? 0) + bytes
  }
  const forward = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/'
    traffic.requests += 1
    const [upstream] = await Promise.all([
      sendRequest(new URL(path, target), request),
      wait(connectionProfile.roundTripMillis),
    ])
    response.writeHead(upstream.statusCode ?? 502, upstream.headers)
    count(
      path,
      upstream.rawHeaders.reduce((sum, text) => sum + text.length + 2, 0),
    )
    for await (const chunk of upstream) {
      for (let start = 0; start < chunk.length; start += chunkBytes) {
        const slice = chunk.subarray(start, start + chunkBytes)
        await transfer(slice.length)
        if (response.destroyed) return
        count(path, slice.length)
        response.write(slice)
      }
    }
    response.end()
  }
  const server = createServer((request, response) => {
    forward(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return {
    address: `http://localhost:${port}${new URL(target).pathname}`,
    takeTraffic: () => {
      const recorded = traffic
      traffic = emptyTraffic()
      return recorded
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const chunkBytes = 2048

function emptyTraffic(): Traffic {
  return { requests: 0, bytes: 0, bytesByKind: {} }
}

function sendRequest(url: URL, { headers }: IncomingMessage): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { ...headers, host: url.host } }, resolve).once('error', reject)
  })
}

function resourceKind(path: string): string {
  const ending = /\.(\w+)(?:\?|$)/.exec(path)?.[1] ?? 'html'
  return ending === 'html' || path.endsWith('/') ? 'html' : ending
}
