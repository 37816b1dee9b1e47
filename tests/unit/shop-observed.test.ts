import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, portOf, startStubDb } from '../support/shop-stub-db.ts'

const hasCompiler = spawnSync('cc', ['--version']).status === 0 && process.platform !== 'win32'
const traceId = '0af7651916cd43dd8448eb211c80319c'

// Without a C compiler there is nothing to run. Computers that run the project's checks usually have one.
describe.skipIf(!hasCompiler)('the observed api of the shop', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shop-observed-'))
  const program = join(folder, 'api')
  let db: Server
  let api: ChildProcess
  let address: string
  let nextLogLine: () => Promise<Record<string, unknown>>

  beforeAll(async () => {
    execFileSync('cc', ['-Wall', '-Wextra', '-Werror', '-o', program, 'content/shop/06-observed/api/api.c'])
    db = await startStubDb()
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    const started = spawn(program, { env: { PORT: port, DB_HOST: '127.0.0.1', DB_PORT: portOf(db) } })
    api = started
    const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]()
    nextLogLine = async () => JSON.parse(String((await lines.next()).value))
    expect(await nextLogLine()).toMatchObject({ level: 'info', message: `api is listening on port ${port}` })
  })
  afterAll(() => {
    api.kill()
    db.close()
    rmSync(folder, { recursive: true })
  })

  /** Sends a request, and returns the line that the api logs for it. */
  const logged = async (method: string, path: string, traceparent?: string) => {
    await (await fetch(`${address}${path}`, { method, headers: traceparent ? { traceparent } : {} })).text()
    return nextLogLine()
  }
  const metrics = async () => {
    const response = await fetch(`${address}/metrics`)
    const text = await response.text()
    await nextLogLine()
    return { type: response.headers.get('content-type'), lines: text.split('\n') }
  }
  /** The value of one series; 0 if it is not there yet. */
  const readSeries = async (series: string) => {
    const line = (await metrics()).lines.find((candidate) => candidate.startsWith(`${series} `))
    return Number(line?.slice(series.length + 1) ?? 0)
  }

  test('logs one line of JSON for a request', async () => {
    expect(await logged('GET', '/products', `00-${traceId}-b7ad6b7169203331-01`)).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: 'info',
      method: 'GET',
      path: '/products',
      status: 200,
      duration_ms: expect.any(Number),
      trace_id: traceId,
    })
  })

  // Not fetch, which would encode the quotes.
  test('replaces what would have to be escaped in JSON', async () => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.end('G"T /a\\"b\u0001\u00e9 HTTP/1.0\r\n\r\n')
    expect(await nextLogLine()).toMatchObject({ method: 'G?T', path: '/a??b???', status: 404 })
    socket.destroy()
  })

  test.each([
    ['no header', undefined],
    ['an unknown version', `01-${traceId}-b7ad6b7169203331-01`],
    ['upper case', `00-${traceId.toUpperCase()}-b7ad6b7169203331-01`],
    ['a trace ID of zeros', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
    ['a span ID of zeros', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['a header that is too short', `00-${traceId}`],
    ['a header that is too long', `00-${traceId}-b7ad6b7169203331-01-more`],
    ['quotes', `00-${'"'.repeat(32)}-b7ad6b7169203331-01`],
  ])('begins a new trace after %s', async (_name, traceparent) => {
    const { trace_id: made } = await logged('GET', '/health', traceparent)
    expect(made).toMatch(/^(?!0+$)[0-9a-f]{32}$/)
    expect(made).not.toBe(traceId)
  })

  test('prints metrics with a type for each name, and a total for each counter', async () => {
    const { type, lines } = await metrics()
    expect(type).toBe('text/plain; version=0.0.4')
    const types = lines.filter((line) => line.startsWith('# TYPE ')).map((line) => line.split(' ').slice(2))
    expect(types).toEqual([
      ['shop_http_requests_total', 'counter'],
      ['shop_orders_total', 'counter'],
      ['shop_db_up', 'gauge'],
    ])
    expect(lines.at(-1)).toBe('')
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^# (HELP|TYPE) shop_\w+ .+$|^shop_\w+(\{\w+="[^"\\]*"(,\w+="[^"\\]*")*\})? \d+$/)
  })

  test('counts requests of many processes, and orders', async () => {
    const series = 'shop_http_requests_total{path="/orders/{product}",status="201"}'
    const [requests, orders] = [await readSeries(series), await readSeries('shop_orders_total')]
    await Promise.all(Array.from({ length: 8 }, () => logged('POST', '/orders/mug')))
    expect(await readSeries(series)).toBe(requests + 8)
    expect(await readSeries('shop_orders_total')).toBe(orders + 8)
  })

  test('counts unknown paths together', async () => {
    const series = 'shop_http_requests_total{path="other",status="404"}'
    const before = await readSeries(series)
    for (const path of ['/one', '/two', '/ordersthree']) await logged('GET', path)
    expect(await readSeries(series)).toBe(before + 3)
  })

  test('answers Prometheus while db is down', async () => {
    expect(await readSeries('shop_db_up')).toBe(1)
    await new Promise((resolve) => db.close(resolve))
    expect(await logged('GET', '/products')).toMatchObject({ level: 'error', status: 503 })
    expect(await readSeries('shop_db_up')).toBe(0)
  })
})
