import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { machineWorker, machineWorkerPolicy, policyOf } from './content-security-policy.ts'
import { filesBelow } from './files.ts'

/**
 * Serves a folder as static hosts do: index files, right types, brotli and gzip, long caching of hashed
 * files, the site's own 404 page. Port 0 picks a free one.
 */
export async function serveFolder(
  folder: string,
  { port, base = '/' }: { port: number; base?: string },
): Promise<{ address: string; close: () => Promise<void> }> {
  const policies = policiesBelow(folder)
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => setHeaders(response, path, policies),
  })
  const notFound = existsSync(join(folder, '404.html')) ? readFileSync(join(folder, '404.html')) : 'Not found'
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    if (!url.startsWith(base)) {
      response.writeHead(302, { Location: base }).end()
      return
    }
    request.url = `/${url.slice(base.length)}`
    files(request, response, () => {
      setHeaders(response, '/404', policies)
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound)
    })
  })
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  )
  const bound = server.address()
  const actual = typeof bound === 'object' && bound ? bound.port : port
  return {
    address: `http://localhost:${actual}${base}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function setHeaders(response: ServerResponse, path: string, policies: Map<string, string>): void {
  const isHashed = /^\/(assets|lab\/parts)\//.test(path)
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  if (machineWorker.test(path)) response.setHeader('Content-Security-Policy', machineWorkerPolicy)
  const page = path.replace(/\/?(index\.html)?$/, '') || '/'
  const policy = policies.get(page)
  if (policy) response.setHeader('Content-Security-Policy', `${policy}; frame-ancestors 'none'`)
}

/** Page address → its policy, read once. */
function policiesBelow(folder: string): Map<string, string> {
  const policies = new Map<string, string>()
  for (const file of filesBelow(folder).filter((name) => name.endsWith('.html'))) {
    const policy = policyOf(readFileSync(file, 'utf8'))
    const page = file.slice(folder.length).replace(/\/index\.html$|\.html$/, '') || '/'
    if (policy) policies.set(page, policy)
  }
  return policies
}
