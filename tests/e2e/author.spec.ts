import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'

/** A development server for a copy of the project, so that the test can break a lesson. */
type Workshop = { address: string; lesson: string }

const parts = [
  'content',
  'src',
  'scripts',
  'public',
  'package.json',
  'Dockerfile',
  'compose.yaml',
  'tsconfig.json',
  'react-router.config.ts',
]

/** Not our own `test`: a development server makes other requests and logs more than the built site. */
const test = base.extend<{ workshop: Workshop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  workshop: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'author-'))
    for (const part of [...parts, 'vite.config.ts']) cpSync(part, join(root, part), { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
    // `node_modules` leads outside the copy, where Vite serves nothing in strict mode.
    const outside = `import config from './vite.config.ts'\nexport default { ...config, cacheDir: '.vite', server: { fs: { strict: false } } }`
    writeFileSync(join(root, 'vite.author.config.ts'), outside)
    const port = await freePort()
    const server = spawn(
      'react-router',
      ['dev', '--config', 'vite.author.config.ts', '--port', String(port), '--strictPort'],
      {
        cwd: root,
        detached: true,
      },
    )
    try {
      await says(server, /Local/)
      const lesson = join(root, 'content/02-internals/03-cgroups/lesson.mdx')
      await use({ address: `http://localhost:${port}`, lesson })
    } finally {
      if (server.pid && server.exitCode === null) process.kill(-server.pid)
      rmSync(root, { recursive: true })
    }
  },
})

test.setTimeout(180_000)

test('an author breaks a lesson, sees the problem and its line over the page, fixes it and continues', async ({
  workshop,
  page,
}) => {
  // The server compiles a page at its first request, which takes long on a busy machine.
  await page.goto(`${workshop.address}/internals/cgroups`, { timeout: 90_000 })
  await expect(page.getByRole('heading', { level: 1, name: 'Cgroups' })).toBeVisible()

  const text = readFileSync(workshop.lesson, 'utf8')
  const line = text.split('\n').findIndex((each) => each.startsWith('title:')) + 1
  writeFileSync(workshop.lesson, text.replace('title:', 'titel:'))
  const overlay = page.locator('vite-error-overlay')
  await expect(overlay).toContainText('02-internals/03-cgroups/lesson.mdx', { timeout: 30_000 })
  await expect(overlay).toContainText(`lesson.mdx:${line}`)
  await expect(overlay).toContainText('titel')

  await page.reload()
  await expect(overlay, 'it is still there after a reload').toContainText('titel', { timeout: 30_000 })

  writeFileSync(workshop.lesson, text.replace(/^title:.*$/m, 'title: Cgroups, mended'))
  await expect(page.getByRole('heading', { level: 1, name: 'Cgroups, mended' })).toBeVisible({
    timeout: 30_000,
  })
  await expect(overlay).toHaveCount(0)
})

function says(server: ChildProcess, pattern: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (bytes: Buffer) => {
      said += String(bytes)
      if (pattern.test(said)) resolve()
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', () => reject(new Error(`the development server stopped: ${said}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
