import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStaticServer } from '#scripts/build/static-server.ts'

const pageOf = (title: string) => `<!doctype html><title>${title}</title>`

let folder = ''
let outside = ''
let port = 0
let stop: () => Promise<void>

beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'outside-'))
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, 'lesson'))
  writeFileSync(join(folder, 'index.html'), pageOf('Home'))
  writeFileSync(join(folder, 'lesson/index.html'), pageOf('Lesson'))
  writeFileSync(join(folder, '404.html'), pageOf('Not here'))
  writeFileSync(join(folder, '__fallback.html'), pageOf('Fallback'))
  writeFileSync(join(folder, 'ten.txt'), '0123456789')
  writeFileSync(join(folder, '.hidden'), 'hidden')
  for (const name of [
    'app.js',
    'app.css',
    'app.json',
    'font.woff2',
    'icon.svg',
    'site.webmanifest',
    'x.data',
  ])
    writeFileSync(join(folder, 'assets', name), name)
  writeFileSync(join(folder, 'assets/part'), 'part')
  const script = Buffer.from('let a = 1\n'.repeat(100))
  writeFileSync(join(folder, 'assets/app.js'), script)
  writeFileSync(join(folder, 'assets/app.js.br'), brotliCompressSync(script))
  writeFileSync(join(folder, 'assets/app.js.gz'), gzipSync(script))
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'))
  symlinkSync(outside, join(folder, 'linked'))
  symlinkSync(join(folder, 'ten.txt'), join(folder, 'inside.txt'))
  const served = await startStaticServer(folder, { port: 0 })
  port = Number(new URL(served.address).port)
  stop = served.close
})

afterAll(async () => {
  await stop()
  for (const made of [folder, outside]) rmSync(made, { recursive: true })
})

type Answer = { status: number; headers: Record<string, string>; body: Buffer }

/** One request as it crosses the wire, read until the server closes the connection. */
function ask(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers })
  return exchange(
    `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  )
}

function exchange(text: string, toPort = port): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(toPort, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => {
      const bytes = Buffer.concat(chunks)
      const end = bytes.indexOf('\r\n\r\n')
      const [first = '', ...rest] = bytes.subarray(0, end).toString().split('\r\n')
      const headers = rest.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 2),
      ])
      resolve({
        status: Number(first.split(' ')[1]),
        headers: Object.fromEntries(headers),
        body: bytes.subarray(end + 4),
      })
    })
  })
}

test.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=5-2', 416, '416 Range Not Satisfiable\n', 'bytes */10'],
  ['bytes=10-', 416, '416 Range Not Satisfiable\n', 'bytes */10'],
  ['bytes=-0', 416, '416 Range Not Satisfiable\n', 'bytes */10'],
  ['bytes=0-1,4-5', 200, '0123456789', undefined],
  ['bytes=0-1,1-3', 206, '0123', 'bytes 0-3/10'],
  ['bytes=a-b', 200, '0123456789', undefined],
  ['lines=1-2', 200, '0123456789', undefined],
])('the range %s is answered with %i', async (range, status, body, contentRange) => {
  const answer = await ask('/ten.txt', { Range: range })
  expect(answer.status).toBe(status)
  expect(answer.body.toString()).toBe(body)
  expect(answer.headers['content-range']).toBe(contentRange)
  expect(answer.headers['content-length']).toBe(String(body.length))
})

test('a download is resumed only while the file is the one that it began with', async () => {
  const { headers } = await ask('/ten.txt')
  const etag = headers.etag ?? ''
  const resume = (ifRange: string) => ask('/ten.txt', { Range: 'bytes=5-', 'If-Range': ifRange })
  expect((await resume(etag)).status).toBe(206)
  expect((await resume('"another"')).status).toBe(200)
  expect((await resume('Mon, 01 Jan 2001 00:00:00 GMT')).status).toBe(200)
  const compressed = await ask('/assets/app.js', { 'Accept-Encoding': 'br' })
  const plain = await ask('/assets/app.js')
  expect(compressed.headers.etag).not.toBe(plain.headers.etag)
})

test('a file that the client has is not sent again', async () => {
  const { headers } = await ask('/ten.txt')
  expect((await ask('/ten.txt', { 'If-None-Match': headers.etag ?? '' })).status).toBe(304)
  expect((await ask('/ten.txt', { 'If-Match': '"another"' })).status).toBe(412)
})

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['br;q=0, gzip;q=0', undefined],
  ['*;q=0', undefined],
  ['identity', undefined],
  ['', undefined],
])('a client that accepts “%s” gets the encoding %s', async (accepted, encoding) => {
  const { headers, body } = await ask('/assets/app.js', { 'Accept-Encoding': accepted })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers.vary).toBe('Accept-Encoding')
  const decode = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ''] ?? ((bytes: Buffer) => bytes)
  expect(decode(body).toString()).toBe(readFileSync(join(folder, 'assets/app.js'), 'utf8'))
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
  'the method %s is refused, and the answer says which are served',
  async (method) => {
    const { status, headers } = await ask('/ten.txt', {}, method)
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, HEAD')
  },
)

test('HEAD is answered as GET is, without the body', async () => {
  for (const path of ['/ten.txt', '/nowhere']) {
    const get = await ask(path)
    const head = await ask(path, {}, 'HEAD')
    expect(head.status).toBe(get.status)
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect(head.body).toHaveLength(0)
  }
})

test.each([
  ['/', 200],
  ['/lesson', 200],
  ['/lesson/', 200],
  ['/lesson?x=1', 200],
  ['/inside.txt', 200],
  ['http://localhost/ten.txt', 200],
  ['/assets', 404],
  ['/assets/', 404],
  ['/ten.txt/', 404],
  ['/nowhere', 404],
  ['/.hidden', 404],
  ['/link.txt', 404],
  ['/linked/secret.txt', 404],
  ['/../secret.txt', 404],
  ['/..%2f..%2fetc%2fpasswd', 404],
  ['/%5c..%5csecret.txt', 404],
  ['//etc/passwd', 404],
  [`/${'a'.repeat(5000)}`, 404],
  ['/%00', 404],
  ['/%', 400],
  ['/%E0%A4%A', 400],
])('%s is answered with %i', async (target, status) => {
  const answer = await ask(target)
  expect(answer.status).toBe(status)
  expect(answer.body.toString()).not.toContain('secret')
})

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/nowhere', 'text/html; charset=utf-8'],
  ['/ten.txt', 'text/plain; charset=utf-8'],
  ['/assets/app.js', 'text/javascript; charset=utf-8'],
  ['/assets/app.css', 'text/css; charset=utf-8'],
  ['/assets/app.json', 'application/json; charset=utf-8'],
  ['/assets/font.woff2', 'font/woff2'],
  ['/assets/icon.svg', 'image/svg+xml'],
  ['/assets/site.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['/assets/x.data', 'text/x-script; charset=utf-8'],
  ['/assets/part', 'application/octet-stream'],
])('%s has the type %s', async (path, type) => {
  expect((await ask(path)).headers['content-type']).toBe(type)
})

test('every answer carries a policy that fits it, errors included', async () => {
  for (const target of ['/', '/lesson', '/404.html', '/__fallback.html', '/nowhere'])
    expect((await ask(target)).headers['content-security-policy'], target).toBe("frame-ancestors 'none'")
  for (const answer of [
    await ask('/%'),
    await ask('/', {}, 'POST'),
    await ask('/ten.txt', { Range: 'bytes=5-2' }),
  ])
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
  for (const target of ['/', '/nowhere', '/%', '/ten.txt']) {
    const { headers } = await ask(target)
    expect(headers['x-content-type-options'], target).toBe('nosniff')
    expect(headers['referrer-policy'], target).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy'], target).toBe('same-origin')
    expect(headers['permissions-policy'], target).toContain('camera=()')
  }
})

test('files named by their hash are kept for a year, all others asked for again', async () => {
  expect((await ask('/assets/app.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  for (const target of ['/', '/ten.txt', '/nowhere', '/assets/gone.js'])
    expect((await ask(target)).headers['cache-control'], target).toBe('no-cache')
})

test('below a base path, the path without its slash leads to it and what is outside is not found', async () => {
  const site = await startStaticServer(folder, { port: 0, base: '/docker/' })
  const answer = async (path: string) => {
    const response = await fetch(new URL(path, site.address), { redirect: 'manual' })
    return [response.status, response.headers.get('location')]
  }
  expect(await answer('/docker')).toEqual([302, '/docker/'])
  expect(await answer('/')).toEqual([302, '/docker/'])
  expect(await answer('/docker/lesson')).toEqual([200, null])
  expect(await answer('/elsewhere')).toEqual([404, null])
  await site.close()
})

test('files that change while the site is served crash nothing and leave no request open', async () => {
  const large = join(folder, 'large.bin')
  writeFileSync(large, Buffer.alloc(4_000_000, 1))
  const [whole] = await Promise.all([ask('/large.bin'), ask('/large.bin').then(() => undefined)])
  expect(whole?.body).toHaveLength(4_000_000)
  const cut = ask('/large.bin')
  truncateSync(large, 10)
  expect([200, 404]).toContain((await cut).status)
  const gone = ask('/large.bin')
  rmSync(large)
  expect([200, 404]).toContain((await gone).status)
  expect((await ask('/large.bin')).status).toBe(404)
  writeFileSync(large, 'back')
  expect((await ask('/large.bin')).body.toString()).toBe('back')
})

test('malformed requests are rejected and idle connections closed', async () => {
  expect((await exchange('nonsense\r\n\r\n')).status).toBe(400)
  const site = await startStaticServer(folder, { port: 0, idleMillis: 100 })
  const idle = Number(new URL(site.address).port)
  // Both promises are kept only when the server closes the connection.
  await exchange('', idle)
  await exchange('GET / HTTP/1.1\r\nHost: localhost\r\nX-Never', idle)
  await site.close()
})
