import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

const cache = mkdtempSync(join(tmpdir(), 'steps-'))
vi.stubEnv('LAB_CACHE', cache)
const { runCachedStep } = await import('../../image-builder/cached-steps.ts')
afterAll(() => rmSync(cache, { recursive: true }))
beforeEach(() => {
  rmSync(cache, { recursive: true, force: true })
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

const run = vi.fn((folder: string) => writeFileSync(join(folder, 'result'), ''))
const disk = { name: 'disk', inputs: ['a'], run }

test('a step runs once for the same inputs', async () => {
  const one = await runCachedStep(disk)
  expect(await runCachedStep(disk)).toEqual(one)
  expect(run).toHaveBeenCalledTimes(1)
  expect(readdirSync(one.folder)).toEqual(['result'])
})

test('a failing step leaves nothing behind', async () => {
  const failing = { ...disk, run: () => Promise.reject(new Error('full')) }
  await expect(runCachedStep(failing)).rejects.toThrow('full')
  expect(readdirSync(cache)).toEqual([])
})

test('leftovers of a stopped build are deleted; those of a running build are not', async () => {
  // Process 1 is always there, and no process has the other number.
  const [running, stopped, other] = [
    'disk-12ab.unfinished-1',
    'disk-12ab.unfinished-99999999',
    'images-1.unfinished-99999999',
  ]
  for (const folder of [running, stopped, other]) mkdirSync(join(cache, folder), { recursive: true })
  await runCachedStep(disk)
  expect(readdirSync(cache)).toEqual(expect.arrayContaining([running, other]))
  expect(readdirSync(cache)).not.toContain(stopped)
})
