import { readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import send from 'send'
import { chooseEncoding, contentTypeOf, resolveSiteFile } from './resolve-site-file.ts'
import { plainTextHeaders, responseHeadersFor } from './response-headers.ts'

type Options = {
  /** Port 0 picks a free one. */
  port: number
  /** The path below which the site is served, such as `/docker/`. */
  base?: string
  /** How long a connection may be idle before it is closed. */
  idleMillis?: number
  /** Returns live data for a path, as JSON, which is served instead of a file. */
  liveJson?: (path: string) => string | undefined
}

/**
 * Serves a folder as static hosts do: index files, content types, Brotli and gzip, long caching of hashed files, the
 * site’s own 404 page. Every request is completed, whatever is requested and even if a rebuild replaces the files
 * meanwhile.
 */
export async function startStaticServer(
  folder: string,
  { port, base = '/', idleMillis = 30_000, liveJson = () => undefined }: Options,
): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer(
    { headersTimeout: idleMillis, requestTimeout: idleMillis, connectionsCheckingInterval: idleMillis / 2 },
    (request, response) => {
      try {
        respond({ folder, base, liveJson }, request, response)
      } catch (error) {
        console.error(error)
        fail(response, 500)
      }
    },
  )
  server.timeout = idleMillis
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  )
  const listeningAddress = server.address()
  const actual = typeof listeningAddress === 'object' && listeningAddress ? listeningAddress.port : port
  return {
    address: `http://localhost:${actual}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Site = { folder: string; base: string; liveJson: (path: string) => string | undefined }

function respond({ folder, base, liveJson }: Site, request: IncomingMessage, response: ServerResponse): void {
  const path = decodedPath(request.url ?? '/')
  const isGetOrHead = request.method === 'GET' || request.method === 'HEAD'
  if (!isGetOrHead) fail(response, 405, { Allow: 'GET, HEAD' })
  else if (path === undefined) fail(response, 400)
  else if (path.startsWith(base)) {
    const sitePath = path.slice(base.length - 1)
    const live = liveJson(sitePath)
    if (live === undefined) sendFile(folder, sitePath, request, response)
    else sendJson(live, request, response)
  } else if (path === '/' || `${path}/` === base) fail(response, 302, { Location: base })
  else sendNotFound(folder, request, response)
}

/** The decoded path of a request’s target, which may be a full address; undefined if its escapes are malformed. */
function decodedPath(target: string): string | undefined {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path === '' ? '/' : path)
  } catch {
    return undefined
  }
}

function sendFile(folder: string, path: string, request: IncomingMessage, response: ServerResponse): void {
  const found = resolveSiteFile(folder, path)
  if (!found) {
    sendNotFound(folder, request, response)
    return
  }
  const variant = chooseEncoding(found.file, request.headers['accept-encoding'])
  const { size, mtimeMs } = statSync(variant.file)
  setHeaders(response, {
    'Content-Type': contentTypeOf(found.path),
    ...responseHeadersFor(found.path),
    Vary: 'Accept-Encoding',
    // A strong ETag for each encoding, so that a download is resumed only with bytes of the same file.
    ETag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}-${variant.encoding ?? 'plain'}"`,
    ...(variant.encoding && { 'Content-Encoding': variant.encoding }),
  })
  // The file was found above; `send` gets only its name and decodes nothing again.
  send(request, encodeURIComponent(variant.file), { root: '/', dotfiles: 'allow', cacheControl: false })
    .on('stream', (stream: NodeJS.ReadableStream & { bytesRead: number }) => {
      const declaredLength = () => Number(response.getHeader('Content-Length'))
      // The file became shorter while it was read: the client must not wait for the rest.
      stream.once('end', () => stream.bytesRead < declaredLength() && response.destroy())
    })
    .on('error', ({ status }: { status: number }) => {
      const contentRange = response.getHeader('Content-Range')
      if (status === 404) sendNotFound(folder, request, response)
      else fail(response, status, contentRange ? { 'Content-Range': String(contentRange) } : {})
    })
    .pipe(response)
}

function sendJson(text: string, request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(200, {
      ...plainTextHeaders,
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Length': Buffer.byteLength(text),
    })
    .end(request.method === 'HEAD' ? undefined : text)
}

function sendNotFound(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const page = resolveSiteFile(folder, '/404.html')
  if (!page || response.headersSent) {
    fail(response, 404)
    return
  }
  const variant = chooseEncoding(page.file, request.headers['accept-encoding'])
  const bytes = readFileSync(variant.file)
  clearHeaders(response)
  response
    .writeHead(404, {
      ...responseHeadersFor(page.path),
      'Content-Type': 'text/html; charset=utf-8',
      Vary: 'Accept-Encoding',
      'Content-Length': bytes.length,
      ...(variant.encoding && { 'Content-Encoding': variant.encoding }),
    })
    .end(request.method === 'HEAD' ? undefined : bytes)
}

/** Ends the response with a status and without a page; if it has already started, the connection is closed. */
function fail(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  clearHeaders(response)
  const text = `${status} ${STATUS_CODES[status]}\n`
  response.writeHead(status, { ...plainTextHeaders, 'Content-Length': text.length, ...headers }).end(text)
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

function clearHeaders(response: ServerResponse): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name)
}
