import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedSite, serveTestSite } from './served-site.ts'

let served: ServedSite
let folder = ''
const ask: ServedSite['ask'] = (...request) => served.ask(...request)

beforeAll(async () => {
  served = await serveTestSite()
  folder = served.folder
})
afterAll(() => served.close())

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
])('the response to the range %s is %i', async (range, status, body, contentRange) => {
  const answer = await ask('/ten.txt', { Range: range })
  expect(answer.status).toBe(status)
  expect(answer.body.toString()).toBe(body)
  expect(answer.headers['content-range']).toBe(contentRange)
  expect(answer.headers['content-length']).toBe(String(body.length))
})

test('a download is resumed only if the file has not changed', async () => {
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
