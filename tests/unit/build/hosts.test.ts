import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compressFiles } from '#scripts/build/compress.ts'
import { headersFile } from '#scripts/build/headers-file.ts'
import { listFiles } from '#scripts/build/list-files.ts'
import { nginxConfig } from '#scripts/build/nginx-config.ts'
import { documentHeaders, headerRules, responseHeadersFor } from '#scripts/build/response-headers.ts'
import { startStaticServer } from '#scripts/build/static-server.ts'
import { hostDifferences } from '#scripts/hosting/host-differences.ts'
import { hostProbes } from '#scripts/hosting/host-probes.ts'

/** A file of each kind that the build writes. */
const paths = [
  'index.html',
  '404.html',
  'internals/cgroups/index.html',
  'internals/cgroups.data',
  'assets/framework-1a2b.js',
  'assets/machine-worker-1a2b.js',
  'assets/search-index-1a2b.json',
  'assets/serif-1a2b.woff2',
  'assets/v86-1a2b.wasm',
  'sw.js',
  'offline.json',
  'icon.svg',
  'manifest.webmanifest',
  'sitemap.xml',
  'robots.txt',
  'lab/manifest.json',
  'lab/parts/0123456789abcdef',
]

const site = mkdtempSync(join(tmpdir(), 'hosts-'))

beforeAll(async () => {
  for (const path of paths) {
    const file = join(site, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${path}\n`.repeat(100))
  }
  await compressFiles(listFiles(site))
})

afterAll(() => rmSync(site, { recursive: true }))

async function expectSameAnswers(address: string): Promise<void> {
  for (const probe of hostProbes(site))
    expect(await hostDifferences(address, site, probe), `${probe.kind} at ${address}`).toEqual([])
}

test('the probes cover every kind of file that the build writes', () => {
  const probed = new Set(hostProbes(site).map(({ path }) => path.slice(1)))
  expect(paths.filter((path) => !probed.has(path) && !path.endsWith('.wasm'))).toEqual([])
})

test.each(['/', '/docker/'])('our own server below %s sends the headers of the rules', async (base) => {
  const server = await startStaticServer(site, { port: 0, base })
  await expectSameAnswers(server.address)
  await server.close()
})

test('no path matches two rules that set the same header', () => {
  for (const path of paths) {
    const names = headerRules
      .filter((rule) => matches(rule.path, `/${path}`))
      .flatMap(({ headers }) => Object.keys(headers))
    expect(names, path).toEqual([...new Set(names)])
  }
})

function matches(pattern: string, path: string): boolean {
  const [before = '', after = ''] = pattern.split('*')
  return path.startsWith(before) && path.endsWith(after)
}

/**
 * The headers that a `_headers` file sets for a path. If two rules set the same header, Cloudflare joins the values and
 * Netlify takes the last. Only on Cloudflare can a rule remove a header.
 */
function headersFromFile(text: string, path: string, { merge, canOmit }: Host) {
  const found: Record<string, string> = {}
  let isMatching = false
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) isMatching = matches(line, path)
    const [, omitted = ''] = /^ {2}! ([\w-]+)$/.exec(line) ?? []
    if (isMatching && canOmit) delete found[omitted]
    const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? []
    if (isMatching && name !== '') found[name] = found[name] === undefined ? value : merge(found[name], value)
  }
  return found
}

type Host = { merge: (first: string, second: string) => string; canOmit: boolean }

describe.each<[string, Host]>([
  ['Cloudflare Pages', { merge: (first, second) => `${first}, ${second}`, canOmit: true }],
  ['Netlify', { merge: (_, second) => second, canOmit: false }],
])('the _headers file, as %s interprets it', (_, host) => {
  test.each(['/', '/docker/'])('gives every file below %s the headers of our own server', (base) => {
    const text = headersFile(base)
    for (const path of paths) {
      const { 'Cache-Control': cacheControl, ...expected } = responseHeadersFor(`/${path}`)
      const { 'Cache-Control': actualCacheControl = 'no-cache', ...actual } = headersFromFile(
        text,
        base + path,
        host,
      )
      expect(actualCacheControl, path).toBe(cacheControl)
      const unneeded = host.canOmit ? {} : documentHeaders
      const policy = actual['Content-Security-Policy']?.replace(/^frame-ancestors 'none', /, '')
      expect({ ...actual, 'Content-Security-Policy': policy }, path).toEqual({ ...unneeded, ...expected })
    }
  })

  test('is within the limits of both hosts', () => {
    const lines = headersFile('/').split('\n')
    expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThan(100)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2000)
  })
})

const nginxPath = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path))

describe.skipIf(!nginxPath)('nginx, with the settings that the build writes', () => {
  test.each([
    ['/', 'with all files'],
    ['/docker/', 'with all files'],
    ['/', 'with only the compressed ones'],
  ])('below %s, %s, it responds like our own server', async (base, files) => {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
    const root = join(folder, 'root')
    mkdirSync(dirname(join(root, base)), { recursive: true })
    spawnSync('cp', ['-r', site, join(root, base)])
    if (files !== 'with all files')
      for (const file of listFiles(root)) if (file.endsWith('.gz')) rmSync(file.slice(0, -'.gz'.length))
    const server = await startNginx(folder, nginxConfig(base, paths).replace('/srv/docker-mastery', root))
    const address = server.address + base

    await expectSameAnswers(address)
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(address.replace(/\/$/, '') + path, { redirect: 'manual', ...init })
    const plain = await ask('/sw.js', { headers: { 'Accept-Encoding': 'br;q=0, gzip;q=0, identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(readFileSync(join(site, 'sw.js'), 'utf8'))
    const part = await ask('/lab/parts/0123456789abcdef', { headers: { Range: 'bytes=2-4' } })
    expect([part.status, await part.text()]).toEqual([206, 'b/p'])
    const etag = part.headers.get('etag') ?? ''
    expect((await ask('/lab/parts/0123456789abcdef', { headers: { 'If-None-Match': etag } })).status).toBe(
      304,
    )
    const posted = await ask('/', { method: 'POST' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    for (const missing of ['/sw.js.br', '/.hidden', '/assets/', '/robots.txt/'])
      expect((await ask(missing)).status, missing).toBe(404)
    expect((await ask('/internals/cgroups/')).status).toBe(200)
    const outside = await fetch(`${server.address}/`, { redirect: 'manual' })
    expect(outside.headers.get('location')).toBe(base === '/' ? null : base)
    await server.stop()
    rmSync(folder, { recursive: true })
  })
})

async function startNginx(
  folder: string,
  config: string,
): Promise<{ address: string; stop: () => Promise<unknown> }> {
  const port = await freePort()
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log stderr error; ${process.getuid?.() === 0 ? 'user root;' : ''}
events { }
http { access_log off; ${temporary}
${config.replace('listen 8080', `listen 127.0.0.1:${port}`)} }`,
  )
  const child = spawn(nginxPath ?? '', ['-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
    stdio: 'inherit',
  })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  const address = `http://127.0.0.1:${port}`
  await expect
    .poll(
      () =>
        fetch(address).then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true)
  return {
    address,
    stop: () => {
      child.kill()
      return exited
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
