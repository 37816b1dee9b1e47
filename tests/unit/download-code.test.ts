// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { downloadCode } from '#content/download-code.ts'

afterEach(() => vi.unstubAllGlobals())

/** The server answers each request when the test resolves it. */
function stubServer() {
  const requests: PromiseWithResolvers<Response>[] = []
  const request = vi.fn(() => {
    const answer = Promise.withResolvers<Response>()
    requests.push(answer)
    return answer.promise
  })
  vi.stubGlobal('fetch', request)
  return requests
}

const script = () => new Response('', { headers: { 'Content-Type': 'text/javascript' } })

test('parts that need the same file at the same time download it once', async () => {
  const requests = stubServer()
  const both = Promise.all([downloadCode(['/shared.js', '/a.js']), downloadCode(['/shared.js'])])
  expect(requests).toHaveLength(2)
  for (const { resolve } of requests) resolve(script())
  await both
  await downloadCode(['/shared.js', '/a.js'])
  expect(requests).toHaveLength(2)
})

test('a click that waits for a prefetch downloads the file itself if the prefetch is given up', async () => {
  const requests = stubServer()
  const prefetch = downloadCode(['/page.js'])
  const click = downloadCode(['/page.js'])
  requests[0]?.reject(new DOMException('The prefetch has timed out.', 'TimeoutError'))
  await expect(prefetch).rejects.toThrow('timed out')
  await vi.waitFor(() => expect(requests).toHaveLength(2))
  requests[1]?.resolve(script())
  await expect(click).resolves.toBeUndefined()
})

test.each([
  ['a missing file', new Response('', { status: 404 }), '/missing.js answers 404'],
  [
    'a page in place of the file',
    new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
    '/missing.js is a page',
  ],
])('%s is a failure, and the next attempt asks again', async (_name, response, message) => {
  const requests = stubServer()
  const first = downloadCode(['/missing.js'])
  requests[0]?.resolve(response)
  await expect(first).rejects.toThrow(message)
  const second = downloadCode(['/missing.js'])
  expect(requests).toHaveLength(2)
  requests[1]?.reject(new TypeError('Failed to fetch'))
  await expect(second).rejects.toThrow('Failed to fetch')
})
