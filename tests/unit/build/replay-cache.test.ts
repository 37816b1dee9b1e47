import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Lab } from '#domain/lab/lab.ts'
import { importedFiles } from '#scripts/lab/imported-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'replays-'))
const step = { text: 'Do it.', solution: 'true', check: { run: 'true', exit: 0 }, wrong: [] }
const lab: Lab = {
  id: 'a-lab',
  title: 'A lab',
  minutes: 5,
  goal: 'See it.',
  files: [],
  steps: [
    { id: 'one', ...step },
    { id: 'two', ...step },
  ],
}

/** The cache as a new run of the replays opens it. */
async function record() {
  vi.stubEnv('LAB_CACHE', folder)
  vi.stubEnv('LAB_IMAGE', folder)
  vi.resetModules()
  const { openReplayCache } = await import('#scripts/lab/replay-cache.ts')
  return openReplayCache()
}

beforeAll(() => {
  writeFileSync(join(folder, 'manifest.json'), 'one image')
  return () => rmSync(folder, { recursive: true })
})

test('a replayed lab is cached until it or the image changes', async () => {
  const before = await record()
  expect(before.has(lab)).toBe(false)
  before.add(lab, 'root@lab# true')
  const after = await record()
  expect(after.has(lab)).toBe(true)
  expect(after.has({ ...lab, setUp: 'false' })).toBe(false)
  expect(after.has({ ...lab, id: 'another-lab' })).toBe(false)

  writeFileSync(join(folder, 'manifest.json'), 'another image')
  expect((await record()).has(lab)).toBe(false)
})

test('a replay’s code is found by its imports', () => {
  const files = importedFiles('scripts/lab/replay.ts')
  expect(files).toContain('src/domain/lab/check-result.ts')
  expect(files).toContain('packages/docker-in-browser/src/emulator/emulator.ts')
  expect(files).toContain('packages/docker-in-browser/src/emulator/chunked-disk.ts')
  expect(files).not.toContain('packages/docker-in-browser/src/worker/image-cache.ts')
})
