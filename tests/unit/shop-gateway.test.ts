import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const gateway = resolve('content/shop/01-one-stage/web/gateway')
const folder = mkdtempSync(join(tmpdir(), 'shop-gateway-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the gateway with a fake `nc` for the api. Returns its output for httpd and its request to the api. */
function ask(method: string, path: string, answer: string): { printed: string; request: string } {
  writeFileSync(join(folder, 'nc'), `#!/bin/sh\ncat >&2\nprintf '${answer}'\n`)
  chmodSync(join(folder, 'nc'), 0o755)
  const env = { PATH: `${folder}:${process.env.PATH}`, REQUEST_METHOD: method, PATH_INFO: path }
  const { stdout, stderr } = spawnSync('sh', [gateway], { env, encoding: 'utf8' })
  return { printed: stdout, request: stderr }
}

test('the shop’s gateway forwards a request and returns the response as CGI output', () => {
  const answer = 'HTTP/1.0 201 Created\\r\\nContent-Type: application/json\\r\\n\\r\\n{"order": 1}\\n'
  expect(ask('POST', '/orders/mug', answer)).toEqual({
    request: 'POST /orders/mug HTTP/1.0\r\n\r\n',
    printed: 'Status: 201 Created\r\nContent-Type: application/json\r\n\r\n{"order": 1}\n',
  })
})

test.each([
  ['an api that does not answer', '/health', '502 Bad Gateway', 'api does not answer'],
  [
    'a second request inside an address',
    '/a HTTP/1.0\r\n\r\nPOST /orders/mug',
    '400 Bad Request',
    'an address has only letters and slashes',
  ],
])('it has its own response for %s', (_name, path, status, error) => {
  const { printed, request } = ask('GET', path, '')
  expect(printed).toBe(`Status: ${status}\r\nContent-Type: application/json\r\n\r\n{"error": "${error}"}\n`)
  expect(request).toBe(path === '/health' ? 'GET /health HTTP/1.0\r\n\r\n' : '')
})

const observed = resolve('content/shop/06-observed/web/gateway')
const traceId = '0af7651916cd43dd8448eb211c80319c'
const ok = 'HTTP/1.0 200 OK\\r\\n\\r\\n{}'

test('the observed gateway keeps the trace ID, makes a span ID of its own, and logs the request', () => {
  const { printed, request, log } = askObserved('/products', `00-${traceId}-b7ad6b7169203331-01`, ok)
  expect(printed).toBe('Status: 200 OK\r\n\r\n{}\n')
  expect(request).toMatch(
    new RegExp(
      `^GET /products HTTP/1.0\r\ntraceparent: 00-${traceId}-(?!b7ad6b7169203331)[0-9a-f]{16}-01\r\n\r\n$`,
    ),
  )
  expect(log).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    level: 'info',
    method: 'GET',
    path: '/products',
    status: 200,
    trace_id: traceId,
  })
})

test('the observed gateway hands on that a trace is not sampled', () => {
  const { request } = askObserved('/products', `00-${traceId}-b7ad6b7169203331-00`, ok)
  expect(request).toMatch(/-00\r\n\r\n$/)
})

test.each([
  ['no header', ''],
  ['an unknown version', `01-${traceId}-b7ad6b7169203331-01`],
  ['an ID of zeros', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
  ['a header that would add another', `00-${traceId}-b7ad6b7169203331-01\r\nX: 1`],
])('the observed gateway begins a new trace after %s', (_name, traceparent) => {
  const { request, log } = askObserved('/products', traceparent, ok)
  expect(request).toMatch(
    /^GET \/products HTTP\/1.0\r\ntraceparent: 00-[0-9a-f]{32}-[0-9a-f]{16}-01\r\n\r\n$/,
  )
  expect(request).not.toContain(traceId)
  expect(request).toContain(`00-${log.trace_id}-`)
})

test.each([
  ['/metrics', 404],
  ['/a"b', 400],
])('the observed gateway refuses %s without asking api', (path, status) => {
  const { request, log } = askObserved(path, '', ok)
  expect(request).toBe('')
  expect(log.status).toBe(status)
})

/** What the gateway of the observed step prints, sends to the api, and logs. */
function askObserved(path: string, traceparent: string, answer: string) {
  const sent = join(folder, 'request')
  writeFileSync(sent, '')
  writeFileSync(join(folder, 'nc'), `#!/bin/sh\ncat >${sent}\nprintf '${answer}'\n`)
  chmodSync(join(folder, 'nc'), 0o755)
  const env = {
    PATH: `${folder}:${process.env.PATH}`,
    REQUEST_METHOD: 'GET',
    PATH_INFO: path,
    HTTP_TRACEPARENT: traceparent,
  }
  const { stdout, stderr } = spawnSync('sh', [observed], { env, encoding: 'utf8' })
  return { printed: stdout, request: readFileSync(sent, 'utf8'), log: JSON.parse(stderr) }
}
