import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { readManifest } from 'docker-in-browser/image-folder'
import { fakeImage, manifestAddress } from 'docker-in-browser/testing'
import { expect, onTestFinished, test } from 'vitest'
import { startStaticServer } from '#scripts/build/static-server.ts'
import { expectedHash, installReleaseImage } from '#scripts/lab-image/release-image.ts'
import { builtSite } from '../build/built-site.ts'

/** The tar archive of a released small image, and a folder in place of the project’s. */
function release(leftOut?: string) {
  const root = builtSite({})
  for (const [address, bytes] of fakeImage().files) {
    const path = address.slice(manifestAddress.lastIndexOf('/') + 1)
    if (path === leftOut) continue
    mkdirSync(dirname(join(root, 'image', path)), { recursive: true })
    writeFileSync(join(root, 'image', path), bytes)
  }
  mkdirSync(join(root, 'web'))
  execFileSync('tar', ['-cf', join(root, 'web/lab-image.tar'), '-C', join(root, 'image'), '.'])
  const tar = readFileSync(join(root, 'web/lab-image.tar'))
  return { root, tar, sha256: createHash('sha256').update(tar).digest('hex') }
}

type Release = ReturnType<typeof release>

function install(
  { root, sha256 }: Pick<Release, 'root' | 'sha256'>,
  address: string,
  onProgress: () => void = () => {},
) {
  return installReleaseImage({
    address,
    givenHash: sha256,
    folder: join(root, '.lab/image'),
    cache: join(root, '.cache'),
    onProgress,
    attempts: 3,
    pauseMillis: 1,
  })
}

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/lab-image.tar`
}

const partOf = ({ root, sha256 }: Release) =>
  join(root, '.cache', `lab-image-${sha256.slice(0, 16)}.tar.part`)

test('the image of a release is installed from a static server', async () => {
  const made = release()
  const { address, close } = await startStaticServer(join(made.root, 'web'), { port: 0 })
  onTestFinished(close)
  await install(made, `${address}lab-image.tar`)
  expect(readManifest(join(made.root, '.lab/image'))).toEqual(fakeImage().manifest)
})

test('parts that an earlier run downloaded are not downloaded again', async () => {
  const made = release()
  const { address, close } = await startStaticServer(join(made.root, 'web'), { port: 0 })
  onTestFinished(close)
  for (const kept of [100, made.tar.length]) {
    mkdirSync(join(made.root, '.cache'), { recursive: true })
    writeFileSync(partOf(made), made.tar.subarray(0, kept))
    await install(made, `${address}lab-image.tar`)
    expect(readManifest(join(made.root, '.lab/image'))).toBeDefined()
  }
})

test('an interrupted download resumes where it stopped', async () => {
  const made = release()
  const ranges: (string | undefined)[] = []
  let tearOff = () => {}
  const address = await serve((request, response) => {
    ranges.push(request.headers.range)
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const { length } = made.tar
    response.writeHead(from > 0 ? 206 : 200, {
      'Content-Length': length - from,
      ...(from > 0 && { 'Content-Range': `bytes ${from}-${length - 1}/${length}` }),
    })
    const piece = made.tar.subarray(from, from + Math.ceil(length / 3))
    const isLast = from + piece.length >= length
    tearOff = () => isLast || response.destroy()
    response.write(piece)
    if (isLast) response.end()
  })
  await install(made, address, () => tearOff())
  expect(ranges[0]).toBeUndefined()
  expect(ranges.length).toBeGreaterThan(2)
  for (const range of ranges.slice(1)) expect(range).toMatch(/^bytes=[1-9]\d*-$/)
  expect(readManifest(join(made.root, '.lab/image'))).toBeDefined()
})

test('a server without range requests sends the whole file again', async () => {
  const made = release()
  mkdirSync(join(made.root, '.cache'))
  writeFileSync(partOf(made), 'torn')
  await install(made, await serve((_, response) => response.end(made.tar)))
  expect(readManifest(join(made.root, '.lab/image'))).toBeDefined()
})

test('a file with the wrong hash is deleted, and the image stays unchanged', async () => {
  const made = release()
  const address = await serve((_, response) => response.end(made.tar))
  await install(made, address)
  const other = { ...made, sha256: 'f'.repeat(64) }
  await expect(install(other, address)).rejects.toThrow(
    /is not the file whose SHA-256 is f{64}.*same release/,
  )
  expect(existsSync(partOf(other))).toBe(false)
  expect(readManifest(join(made.root, '.lab/image'))).toBeDefined()
})

test('retries of a failing server end, and downloaded bytes are kept', async () => {
  const made = release()
  let requests = 0
  const address = await serve((_, response) => {
    requests += 1
    response.writeHead(503).end()
  })
  await expect(install(made, address)).rejects.toThrow(/cut off: it answered 503.*goes on where it stopped/)
  expect(requests).toBe(3)
})

test('a missing file is not retried', async () => {
  const address = await serve((_, response) => response.writeHead(404).end())
  await expect(install(release(), address)).rejects.toThrow(/answered 404\. Check LAB_IMAGE_URL/)
})

test('an image without one of its parts is not installed', async () => {
  const { bios } = fakeImage().manifest
  const made = release(`parts/${bios.sha256}`)
  const address = await serve((_, response) => response.end(made.tar))
  await expect(install(made, address)).rejects.toThrow(`it lacks parts/${bios.sha256}`)
  expect(existsSync(join(made.root, '.lab/image'))).toBe(false)
})

test('the expected hash is the given one, or the repository’s for lab-image.tar', () => {
  const [one, other] = ['a'.repeat(64), 'b'.repeat(64)]
  expect(expectedHash(one.toUpperCase(), undefined)).toBe(one)
  expect(expectedHash(undefined, `${other}  site.tar.gz\n${one}  lab-image.tar\n`)).toBe(one)
  expect(() => expectedHash(undefined, `${other}  site.tar.gz\n`)).toThrow(/Set LAB_IMAGE_SHA256/)
  expect(() => expectedHash('abc', undefined)).toThrow(/64 hexadecimal digits/)
})
