import { afterEach, describe, expect, test, vi } from 'vitest'
import { createHeadlessMachine, readImage } from '../../node/headless-machine.ts'
import type { V86Machine } from '../../src/emulator/v86-machine.ts'

// When to give up, not how long it takes: a machine that shares its processors is seldom idle.
const timeout = 600_000

describe(
  'code compiled at the build',
  () => {
    let machine: V86Machine
    const run = async (script: string) =>
      (await machine.run(script, { timeoutMillis: timeout })).output.trim()
    const waiting = () => machine.emulator?.precompiledPages?.waiting ?? Number.NaN
    afterEach(() => {
      machine.dispose()
      vi.unstubAllGlobals()
    })

    // One machine for both: compiling all pages takes a minute of a processor.
    test('is abandoned page by page while the guest is busy, and compiled while it is idle', async () => {
      // With more processors to spare, more is compiled per poll (precompiled-pages.ts).
      vi.stubGlobal('navigator', { hardwareConcurrency: 8 })
      machine = createHeadlessMachine(readImage())
      await machine.start()
      const before = waiting()
      expect(before).toBeGreaterThan(500)
      expect(await run('for name in one two; do docker run --rm busybox echo $name; done')).toBe('one\ntwo')
      const after = waiting()
      expect(after).toBeLessThan(before)
      expect(after).toBeGreaterThan(0)
      await vi.waitUntil(() => waiting() === 0, { timeout, interval: 100 })
      expect(await run('docker run --rm busybox echo three')).toBe('three')
    })

    test('is ignored by a different v86', async () => {
      const image = readImage()
      const { compiled } = image.manifest
      if (!compiled) return
      const other = { ...image.manifest, compiled: { ...compiled, program: '0'.repeat(64) } }
      machine = createHeadlessMachine({ ...image, manifest: other })
      await machine.start()
      expect(machine.emulator?.precompiledPages).toBeNull()
      expect(await run('docker run --rm busybox echo as before')).toBe('as before')
    })
  },
  timeout,
)
