import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machineWorkerPolicy } from '#scripts/build/content-security-policy.ts'
import { startStaticServer } from '#scripts/build/static-server.ts'
import { expect, test } from '#tests/support/test.ts'

/** The script of a worker that reports to its page what it was able to do. */
const probe = `
const can = async (deed) => { try { await deed(); return true } catch { return false } }
const worker = (address) => new Promise((resolve, reject) => {
  const inner = new Worker(address)
  inner.onmessage = resolve
  inner.onerror = reject
})
const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])
postMessage({
  compile: await can(() => WebAssembly.compile(emptyModule)),
  ownFile: await can(() => fetch(new URL('../own.txt', location.href))),
  ownBlob: await can(() => worker(URL.createObjectURL(new Blob(['postMessage(1)'])))),
  eval: await can(() => (0, eval)('1')),
  elsewhere: await can(() => fetch('https://example.com/')),
  importElsewhere: await can(() => import('data:text/javascript,1')),
})`

const page =
  '<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; worker-src \'self\'"><title>Probe</title>'

/** A site with one page and two workers. Only one has the name that the build gives to the machine’s worker. */
function makeSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), page)
  writeFileSync(join(folder, 'own.txt'), 'own')
  for (const name of ['machine-worker-1a2b3c', 'other-1a2b3c'])
    writeFileSync(join(folder, `assets/${name}.js`), probe)
  return folder
}

for (const base of ['/', '/docker/']) {
  test(`the machine’s worker, served below ${base}, may compile WebAssembly and connect to nothing else`, async ({
    page,
    expected,
  }) => {
    // The policy blocks most of what the workers try, and this site has another port than the built one.
    expected.push(/Content Security Policy|policy/i, /request to another site: http:..localhost/)
    const folder = makeSite()
    const site = await startStaticServer(folder, { port: 0, base })
    const policyOf = async (file: string) =>
      (await fetch(`${site.address}${file}`)).headers.get('content-security-policy')
    expect(await policyOf('assets/machine-worker-1a2b3c.js')).toBe(machineWorkerPolicy)
    expect(await policyOf('assets/other-1a2b3c.js')).toBe("frame-ancestors 'none'")

    await page.goto(site.address)
    const can = await page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const worker = new Worker(address, { type: 'module' })
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = () => resolve('the worker did not start')
        }),
      `${site.address}assets/machine-worker-1a2b3c.js`,
    )
    expect(can).toEqual({
      compile: true,
      ownFile: true,
      ownBlob: true,
      eval: false,
      elsewhere: false,
      importElsewhere: false,
    })
    await site.close()
    rmSync(folder, { recursive: true })
  })
}
