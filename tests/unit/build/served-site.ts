import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { startStaticServer } from '#scripts/build/static-server.ts'

const pageOf = (title: string) => `<!doctype html><title>${title}</title>`

export type ServedSite = {
  folder: string
  ask: (target: string, headers?: Record<string, string>, method?: string) => Promise<Answer>
  exchange: (text: string) => Promise<Answer>
  close: () => Promise<void>
}

/** Serves a site on a free port. It has a file of each kind, and links that lead to a secret outside of it. */
export async function serveTestSite(): Promise<ServedSite> {
  const { folder, outside } = writeTestSite()
  const { address, close } = await startStaticServer(folder, { port: 0 })
  const send = (text: string) => exchange(text, Number(new URL(address).port))
  return {
    folder,
    ask: (target, headers = {}, method = 'GET') => send(requestText(target, headers, method)),
    exchange: send,
    close: async () => {
      await close()
      for (const made of [folder, outside]) rmSync(made, { recursive: true })
    },
  }
}

function writeTestSite(): { folder: string; outside: string } {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  const folder = mkdtempSync(join(tmpdir(), 'site-'))
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
  return { folder, outside }
}

type Answer = { status: number; headers: Record<string, string>; body: Buffer }

function requestText(target: string, headers: Record<string, string>, method: string): string {
  const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers })
  return `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}

/** Sends a raw request, and reads the response until the server closes the connection. */
export function exchange(text: string, port: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
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
