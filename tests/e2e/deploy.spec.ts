import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import { startStaticServer } from '#scripts/build/static-server.ts'
import { buildOf, writeEarlierBuild, writeLaterBuild } from '#tests/support/later-build.ts'
import { test as base, expect } from '#tests/support/test.ts'

/** In these tests, a new build is deployed while pages of the previous build are open. */
const now = 'build/client'
// Playwright’s workers may run these tests at the same time, so each has its own folder.
const folder = `.cache/deploy/${process.env.TEST_PARALLEL_INDEX}`
const later = `${folder}/later`
const laterBuild = () => buildOf(readFileSync(`${later}/index.html`, 'utf8'))

type Site = {
  /** Replaces the files that are served at this address. */
  deploy: (folder: string) => Promise<void>
}

const test = base.extend<{ site: Site & { address: string } }, { laterSite: string }>({
  laterSite: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      await writeLaterBuild(now, later)
      await use(later)
    },
    { scope: 'worker' },
  ],
  site: async ({ laterSite: _ }, use) => {
    let server = await startStaticServer(now, { port: 0 })
    const { address } = server
    const deploy = async (folder: string) => {
      await server.close()
      server = await startStaticServer(folder, { port: Number(new URL(address).port) })
    }
    await use({ address, deploy })
    await server.close()
  },
  baseURL: async ({ site }, use) => use(site.address),
  // Files of the previous build are gone, and the server is down for a moment.
  expected: [/Failed to load resource/],
})

// These tests share the later build, so they do not run in parallel.
test.describe.configure({ mode: 'default', timeout: 180_000 })

const lesson = '/internals/cgroups?role=practitioner#ask-the-kernel-not-the-graph'

const buildOfPage = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name=build]')?.content)

const link = (title: string, asks: 'nothing' | 'name') =>
  encodeQuizLink({
    title,
    selection: {
      kind: 'items',
      items: ['internals.cgroups.q-cpus-meaning', 'internals.cgroups.q-three-limits'],
    },
    seed: 'a1',
    shuffle: false,
    feedback: 'end',
    passMark: 0.7,
    asks,
    asksConfidence: false,
  })

/** Leaves a lesson marked as read, an unfinished quiz with an unchecked answer, a name, and an instructor’s form. */
async function leaveUnfinishedWork(openPage: () => Promise<Page>) {
  const [lessonPage, quiz, start, instructor] = [
    await openPage(),
    await openPage(),
    await openPage(),
    await openPage(),
  ]
  await lessonPage.goto(lesson)
  await lessonPage.getByRole('button', { name: 'Mark as read' }).click()
  await quiz.goto(`/a#${link('Half done', 'nothing')}`)
  await quiz.getByRole('button', { name: 'Start the quiz' }).click()
  await quiz.getByRole('radio').first().check()
  await quiz.getByRole('button', { name: 'Check the answer' }).click()
  const choice = quiz.getByRole('combobox', { name: /^Definition of/ }).first()
  await choice.selectOption({ index: 2 })
  await start.goto(`/a#${link('Not begun', 'name')}`)
  await start.getByRole('textbox', { name: 'Your name' }).fill('Ada')
  await instructor.goto('/instructor')
  await instructor.getByRole('textbox', { name: 'Title of the quiz' }).fill('Week 3')
  await instructor.getByRole('checkbox', { name: 'Internals' }).check()
  const chosen = await choice.inputValue()
  return {
    lessonPage,
    expectAllThere: async () => {
      await expect(lessonPage.getByRole('button', { name: 'Read: added to your image' })).toBeVisible()
      await expect(quiz.getByRole('heading', { level: 2, name: '2 of 2' })).toBeVisible()
      await expect(choice).toHaveValue(chosen)
      await expect(start.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ada')
      await expect(instructor.getByRole('textbox', { name: 'Title of the quiz' })).toHaveValue('Week 3')
      await expect(instructor.getByRole('checkbox', { name: 'Internals' })).toBeChecked()
    },
    pages: [lessonPage, quiz, start, instructor],
  }
}

test('open pages keep working, say that the course was updated, and unfinished work continues in the new build', async ({
  context,
  site,
}) => {
  const { lessonPage, pages, expectAllThere } = await leaveUnfinishedWork(() => context.newPage())
  await site.deploy(later)
  await expectAllThere()
  await lessonPage.getByRole('button', { name: 'Bookmark' }).click()
  await lessonPage.keyboard.press('/')
  const notice = lessonPage.getByRole('status').filter({ hasText: 'The search did not load.' })
  await expect(notice).toContainText('The course has been updated')
  const loaded = lessonPage.waitForEvent('load')
  await notice.getByRole('button', { name: 'Reload the page' }).click()
  await loaded
  await expect(lessonPage).toHaveURL(lesson)
  await expect(lessonPage.getByRole('button', { name: 'Bookmarked' })).toBeVisible()
  for (const page of pages.slice(1)) await page.reload()
  await expectAllThere()
  for (const page of pages) expect(await buildOfPage(page)).toBe(laterBuild())
})

/** A page is stored only once it is used. */
async function untilStored(page: Page, data: string, cacheName: RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1 }).click()
  await expect.poll(() => cacheNamesWith(page, data), { timeout: 60_000 }).toMatch(cacheName)
}

const cacheNamesWith = (page: Page, path: string) =>
  page.evaluate(async (kept) => {
    const names = await caches.keys()
    const has = await Promise.all(names.map(async (name) => (await caches.open(name)).match(kept)))
    return names.filter((_, index) => has[index]).join()
  }, `/${path}`)

const hasNewWorker = (page: Page, build: string) =>
  page.evaluate(async (build) => {
    const registration = await navigator.serviceWorker.ready
    const isBeingReplaced = registration.installing !== null || registration.waiting !== null
    return (
      !isBeingReplaced &&
      registration.active?.state === 'activated' &&
      (await caches.keys()).join().includes(build)
    )
  }, build)

const cacheNames = (page: Page) => page.evaluate(async () => (await caches.keys()).sort())

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' })

  for (const worker of ['this', 'second'] as const)
    test(`${worker === 'this' ? 'the worker' : 'an earlier worker with a cache per build'} is replaced by the next build’s, which keeps the same pages and nothing else`, async ({
      page,
      context,
      site,
    }) => {
      if (worker === 'second') {
        writeEarlierBuild(now, `${folder}/second`, worker)
        await site.deploy(`${folder}/second`)
      }
      const { lessonPage, pages, expectAllThere } = await leaveUnfinishedWork(() => context.newPage())
      await untilStored(lessonPage, 'internals/cgroups.data', /^docker-mastery\.kept/)
      await site.deploy(later)
      // The worker notices that this page is from another build.
      await page.goto('/glossary')
      const notice = lessonPage.getByRole('status').filter({ hasText: 'A newer version of the course' })
      await expect(notice).toBeVisible({ timeout: 60_000 })
      await expectAllThere()
      // The new worker takes over once a page is idle; for a reader, that is the visible page.
      await expect.poll(() => hasNewWorker(lessonPage, laterBuild()), { timeout: 60_000 }).toBe(true)
      await lessonPage.getByRole('button', { name: 'Bookmark' }).click()
      const loaded = lessonPage.waitForEvent('load')
      await notice.getByRole('button', { name: 'Reload' }).click()
      await loaded
      await expect(lessonPage).toHaveURL(lesson)
      await expect(lessonPage.getByRole('button', { name: 'Bookmarked' })).toBeVisible()
      for (const each of pages.slice(1)) await each.reload()
      await expectAllThere()
      for (const each of pages) expect(await buildOfPage(each)).toBe(laterBuild())

      await untilStored(lessonPage, 'internals/cgroups.data', new RegExp(laterBuild()))
      await page.getByRole('heading', { level: 1 }).click()
      await expect
        .poll(() => cacheNames(lessonPage), { timeout: 30_000 })
        .toEqual([`docker-mastery.kept / ${laterBuild()}`])
      const preload = await page.evaluate(async () =>
        (await navigator.serviceWorker.ready).navigationPreload?.getState(),
      )
      expect(preload?.enabled).toBe(false)
      await context.setOffline(true)
      await lessonPage.reload()
      await expect(lessonPage.getByRole('heading', { level: 1, name: 'Cgroups' })).toBeVisible()
    })

  test('the first worker, which stored the whole site, is replaced when its page says so, and the whole course stays stored', async ({
    page,
    context,
    site,
  }) => {
    writeEarlierBuild(now, `${folder}/first`, 'first')
    await site.deploy(`${folder}/first`)
    await page.goto('/internals/cgroups')
    await page.getByRole('button', { name: 'Mark as read' }).click()
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js')
      await navigator.serviceWorker.ready
    })
    expect(await cacheNamesWith(page, 'internals/cgroups.data?__WB_REVISION__=before')).toMatch(
      /^workbox-precache/,
    )
    await site.deploy(later)
    // Pages of that build looked for a newer worker, asked the reader, and then sent it a message.
    await page.reload()
    const loaded = page.waitForEvent('load')
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      await registration.update()
      const newer = registration.installing ?? registration.waiting
      while (newer && newer.state === 'installing')
        await new Promise((resolve) => newer.addEventListener('statechange', resolve, { once: true }))
      newer?.postMessage('use-new-version')
    })
    await loaded
    await expect.poll(() => buildOfPage(page)).toBe(laterBuild())
    await expect(page.getByRole('button', { name: 'Read: added to your image' })).toBeVisible()
    await expect.poll(() => cacheNames(page)).toEqual([`docker-mastery.kept / ${laterBuild()}`])
    await context.setOffline(true)
    await page.goto('/storage/tmpfs')
    await expect(page.getByRole('heading', { level: 1, name: 'tmpfs' })).toBeVisible()
  })
})
