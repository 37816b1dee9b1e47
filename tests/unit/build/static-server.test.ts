import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStaticServer } from '#scripts/build/static-server.ts'
import { exchange, type ServedSite, serveTestSite } from './served-site.ts'

let served: ServedSite
let folder = ''
const ask: ServedSite['ask'] = (...request) => served.ask(...request)

beforeAll(async () => {
  served = await serveTestSite()
  folder = served.folder
})
afterAll(() => served.close())

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
  'the method %s is rejected, and the response lists the allowed ones',
  async (method) => {
    const { status, headers } = await ask('/ten.txt', {}, method)
    expect(status).toBe(405)
    expect(headers.allow).toBe('GET, HEAD')
  },
)

test('HEAD gets the response to GET without the body', async () => {
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
])('the response to %s is %i', async (target, status) => {
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

test('every response has the right policy, errors included', async () => {
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

test('files named by their hash are cached for a year, all others revalidated', async () => {
  expect((await ask('/assets/app.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  for (const target of ['/', '/ten.txt', '/nowhere', '/assets/gone.js'])
    expect((await ask(target)).headers['cache-control'], target).toBe('no-cache')
})

test('the base path without its slash redirects to it, and paths outside are not found', async () => {
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

test('files that change while the site is served neither crash the server nor leave a request open', async () => {
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

test('malformed requests are rejected, and idle connections are closed', async () => {
  expect((await served.exchange('nonsense\r\n\r\n')).status).toBe(400)
  const site = await startStaticServer(folder, { port: 0, idleMillis: 100 })
  const idle = Number(new URL(site.address).port)
  // Both promises resolve only when the server closes the connection.
  await exchange('', idle)
  await exchange('GET / HTTP/1.1\r\nHost: localhost\r\nX-Never', idle)
  await site.close()
})

test('live data is served from memory instead of a file, and never cached', async () => {
  let count = 0
  const { address, close } = await startStaticServer(folder, {
    port: 0,
    base: '/docker/',
    liveJson: (path) => (path === '/lab/progress.json' ? String(++count) : undefined),
  })
  const send = (line: string) =>
    exchange(
      `${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      Number(new URL(address).port),
    )
  expect((await send('GET /docker/lab/progress.json?x')).body.toString()).toBe('1')
  const { status, headers, body } = await send('HEAD /docker/lab/progress.json')
  expect([status, headers['content-type'], headers['cache-control'], headers['content-length']]).toEqual([
    ...[200, 'application/json; charset=utf-8', 'no-store', '1'],
  ])
  expect(body).toHaveLength(0)
  expect((await send('GET /lab/progress.json')).status).toBe(404)
  expect((await send('POST /docker/lab/progress.json')).status).toBe(405)
  await close()
})
