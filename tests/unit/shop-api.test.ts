import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, portOf, startStubDb } from '../support/shop-stub-db.ts'

const hasCompiler = spawnSync('cc', ['--version']).status === 0 && process.platform !== 'win32'

// The api is written in C. Computers that run the project’s checks usually have a compiler.
describe.skipIf(!hasCompiler).each(['01-one-stage', '06-observed'])(
  'the api of the shop at the step %s',
  (step) => {
    const source = `content/shop/${step}/api/api.c`
    const folder = mkdtempSync(join(tmpdir(), 'shop-api-'))
    const program = join(folder, 'api')
    let db: Server
    let api: ChildProcess
    let environment: Record<string, string>

    beforeAll(async () => {
      execFileSync('cc', ['-Wall', '-Wextra', '-Werror', '-o', program, source])
      db = await startStubDb()
      environment = { PORT: await freePort(), DB_HOST: '127.0.0.1', DB_PORT: portOf(db) }
      api = spawn(program, { env: environment })
      await new Promise((resolve) => api.stdout?.once('data', resolve))
    })
    afterAll(() => {
      api.kill()
      db.close()
      rmSync(folder, { recursive: true })
    })

    const ask = async (method: string, path: string) => {
      const response = await fetch(`http://127.0.0.1:${environment.PORT}${path}`, { method })
      return { status: response.status, body: await response.json() }
    }

    test('lists the stock and takes an order from it', async () => {
      expect(await ask('GET', '/products')).toEqual({
        status: 200,
        body: { mug: 10, shirt: 10, sticker: 10 },
      })
      expect(await ask('POST', '/orders/mug')).toEqual({
        status: 201,
        body: { order: 1, product: 'mug', left: 9 },
      })
      expect(await ask('POST', '/orders/shirt')).toEqual({
        status: 201,
        body: { order: 2, product: 'shirt', left: 9 },
      })
      expect(await ask('GET', '/orders')).toEqual({ status: 200, body: { orders: 2 } })
      expect(await ask('GET', '/products')).toEqual({ status: 200, body: { mug: 9, shirt: 9, sticker: 10 } })
    })

    test('rejects an order for an unknown article', async () => {
      for (let count = 0; count < 10; count += 1) await ask('POST', '/orders/sticker')
      expect(await ask('POST', '/orders/sticker')).toEqual({ status: 409, body: { error: 'Sold Out' } })
      expect((await ask('GET', '/products')).body).toMatchObject({ sticker: 0 })
    })

    test.each([
      ['GET', '/'],
      ['GET', '/orders/mug'],
      ['POST', '/orders/car'],
      ['POST', '/health'],
      ['GET', '/products/products/products/products/products/products/products/products'],
    ])('%s %s is not found', async (method, path) => {
      expect(await ask(method, path)).toEqual({ status: 404, body: { error: 'Not Found' } })
    })

    // Not `spawnSync`, which would block this process, where the stub runs.
    const probe = (env: Record<string, string>) =>
      new Promise((resolve) => {
        execFile(program, ['health'], { env }, (error, stdout) =>
          resolve({ status: error?.code ?? 0, answer: stdout.trim() }),
        )
      })

    test('is healthy while db answers', async () => {
      expect(await ask('GET', '/health')).toEqual({ status: 200, body: { db: 'up' } })
      expect(await probe(environment)).toEqual({ status: 0, answer: 'HTTP/1.0 200 OK' })
    })

    test('reports a db that does not respond, and one that is not there', async () => {
      const alone = { ...environment, PORT: await freePort(), DB_PORT: await freePort() }
      expect(await probe(alone)).toEqual({ status: 1, answer: 'api does not answer' })
      const other = spawn(program, { env: alone })
      await new Promise((resolve) => other.stdout.once('data', resolve))
      expect(await probe(alone)).toEqual({ status: 1, answer: 'HTTP/1.0 503 Service Unavailable' })
      other.kill()
      expect(await new Promise((resolve) => other.once('exit', resolve))).toBe(0)
    })
  },
)
