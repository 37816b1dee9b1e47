import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, test, vi } from 'vitest'
import { createMessageReader, type EngineMessage } from '#features/lab/engine/engine-messages.ts'
import { engineMessageCode, watchScript } from '#features/lab/engine/watch-script.ts'

/** The watch uses curl to talk to the engine. */
const hasCurl = (() => {
  try {
    return execFileSync('curl', ['--version'], { encoding: 'utf8' }).includes('telnet')
  } catch {
    return false
  }
})()

/** An engine with one volume, and with so many images that their list arrives in chunks. */
function fakeEngine(socket: string) {
  const images = JSON.stringify(
    Array.from({ length: 90 }, (_, at) => ({ Id: `sha256:${at}`, RepoTags: [`größe:${at}`], Size: at })),
  )
  let volumes = ['orders']
  let events: ServerResponse | undefined
  const server = createServer((request, response) => {
    if (request.url === '/_ping') response.end('OK')
    else if (request.url?.startsWith('/events')) events = response
    else if (request.url === '/images/json') {
      response.write(images.slice(0, 2048))
      response.end(`${images.slice(2048)}\n`)
    } else if (request.url === '/volumes') {
      const text = `${JSON.stringify({ Volumes: volumes.map((Name) => ({ Name })) })}\n`
      response.setHeader('Content-Length', text.length).end(text)
    } else response.setHeader('Content-Length', 3).end('[]\n')
  }).listen(socket)
  // Like Docker's engine, keep idle connections open.
  server.keepAliveTimeout = 0
  return {
    images,
    addVolume: (name: string) => {
      volumes = [...volumes, name]
      events?.write('{"Type":"volume","Action":"create"}\n')
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Runs the watch with a file as its terminal. Returns a function that reads the messages so far. */
function startWatch(folder: string, socket: string): () => EngineMessage[] {
  const screen = join(folder, 'screen')
  writeFileSync(screen, '')
  writeFileSync(join(folder, 'docker.pid'), String(process.pid))
  mkdirSync(join(folder, 'watch'))
  const script = watchScript
    .replaceAll('/run/engine-watch', join(folder, 'watch'))
    .replaceAll('/var/run/docker.sock', socket)
    .replaceAll('/var/run/docker.pid', join(folder, 'docker.pid'))
    .replaceAll('>/dev/ttyS0', `>>${screen}`)
  spawn('bash', ['-c', script], { stdio: 'ignore' })
  onTestFinished(() => {
    process.kill(Number(readFileSync(join(folder, 'watch/pid'), 'utf8')))
  })
  return () => {
    const read = createMessageReader()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the messages are terminal control sequences
    const pieces = readFileSync(screen, 'utf8').match(/\x1b\][^\x07]*\x07/g) ?? []
    return pieces.flatMap((piece) => read(piece.slice(`\x1b]${engineMessageCode};`.length, -1)) ?? [])
  }
}

test.skipIf(!hasCurl)(
  'the watch reports all lists, then those that an event may have changed, and that an engine is gone',
  async ({ expect }) => {
    const folder = mkdtempSync(join(tmpdir(), 'watch-'))
    const socket = join(folder, 'engine.sock')
    const engine = fakeEngine(socket)
    const messages = startWatch(folder, socket)
    const wait = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 100 })
    await wait(() => expect(messages().map(({ subject }) => subject)).toContain('containers'))
    expect(messages().slice(0, 4)).toEqual([
      { subject: 'images', text: engine.images },
      { subject: 'networks', text: '[]' },
      { subject: 'volumes', text: '{"Volumes":[{"Name":"orders"}]}' },
      { subject: 'containers', text: '[]' },
    ])
    engine.addVolume('logs')
    await wait(() =>
      expect(
        messages()
          .slice(4)
          .map(({ subject }) => subject),
      ).toContain('containers'),
    )
    expect(messages()[4]?.text).toContain('logs')
    engine.stop()
    await wait(() => expect(messages().at(-1)?.subject).toBe('silent'))
  },
  180_000,
)
