import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
