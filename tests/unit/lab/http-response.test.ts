import { expect, test } from 'vitest'
import { parseHttpResponse } from '#domain/lab/http-response.ts'

test.each([
  [
    'a page',
    'HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 3\r\n\r\nweb',
    {
      status: 'HTTP/1.0 200 OK',
      headers: 'Content-Type: text/html; charset=utf-8\nContent-Length: 3',
      type: 'text/html',
      body: 'web',
    },
  ],
  [
    'an answer without a body',
    'HTTP/1.1 204 No Content\r\n\r\n',
    { status: 'HTTP/1.1 204 No Content', headers: '', type: '', body: '' },
  ],
  [
    'a body with empty lines of its own',
    'HTTP/1.1 200 OK\nX: y\n\none\n\ntwo',
    { status: 'HTTP/1.1 200 OK', headers: 'X: y', type: '', body: 'one\n\ntwo' },
  ],
  [
    'the answer after "100 Continue"',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-type: TEXT/PLAIN\r\n\r\nnone',
    {
      status: 'HTTP/1.1 404 Not Found',
      headers: 'Content-type: TEXT/PLAIN',
      type: 'text/plain',
      body: 'none',
    },
  ],
])('%s is parsed', (_name, text, answer) => {
  expect(parseHttpResponse(text)).toEqual(answer)
})

test.each(['', 'curl: (7) Failed to connect', '-ERR unknown command', 'HTTP is a protocol'])(
  '"%s" is not an HTTP response',
  (text) => {
    expect(parseHttpResponse(text)).toBeUndefined()
  },
)
