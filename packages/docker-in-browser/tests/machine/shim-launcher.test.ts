import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHeadlessMachine, readImage } from '../../node/headless-machine.ts'
import type { V86Machine } from '../../src/emulator/v86-machine.ts'

const timeout = 240_000

describe(
  'the launcher of containerd’s shim',
  () => {
    let machine: V86Machine
    const run = async (script: string) =>
      (await machine.run(script, { timeoutMillis: timeout })).output.trim()

    beforeAll(async () => {
      machine = createHeadlessMachine(readImage())
      await machine.start()
    }, timeout)
    afterAll(() => machine.dispose())

    test('starts Debian’s shim in a process group of its own, and more likely to be killed than containerd', async () => {
      await run('docker run -d --name sleeper busybox sleep 1000')
      const shim = await run('pidof containerd-shim-runc-v2')
      expect(await run(`readlink /proc/${shim}/exe`)).toBe('/usr/lib/containerd/containerd-shim-runc-v2')
      expect(await run(`tr '\\0' '\\n' </proc/${shim}/environ | grep GOMAXPROCS`)).toBe('GOMAXPROCS=1')
      expect(await run(`cut -d' ' -f5 /proc/${shim}/stat`)).toBe(shim)
      expect(await run(`cat /proc/${shim}/oom_score_adj`)).toBe('1')
      expect(await run('ls /run/containerd/s | wc -l')).toBe('1')
    })

    test('leaves no files when the container exits', async () => {
      await run('docker rm -f sleeper')
      expect(await run('ls /run/containerd/s /run/docker/runtime-runc/moby')).not.toMatch(/[0-9a-f]{64}/)
      expect(await run('pidof containerd-shim-runc-v2')).toBe('')
    })

    test("leaves a container whose shim was killed to Debian's shim, which stops it", async () => {
      await run('docker run -d --name orphan busybox sleep 1234')
      await run('kill -9 $(pidof containerd-shim-runc-v2); docker wait orphan')
      const state = await run("docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' orphan")
      // Killed, or unknown, which containerd reports if a busy computer is too slow to clean up in time.
      expect(['exited 137', 'exited 255']).toContain(state)
      expect(await run('pgrep -f "sleep 1234"')).toBe('')
    })
  },
  timeout,
)
