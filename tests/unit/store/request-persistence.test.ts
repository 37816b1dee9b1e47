// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { setBookmark } from '#store/bookmarks.ts'
import { storageStatus } from '#store/save-status.ts'

const month = 30 * 24 * 60 * 60 * 1000

/** A new page in a browser whose storage is or is not persistent. */
async function opened(isPersistent: boolean) {
  const persist = vi.fn(async () => true)
  Object.defineProperty(navigator, 'storage', {
    configurable: true,
    value: { persisted: async () => isPersistent, persist },
  })
  vi.resetModules()
  const [lessons, settings, status] = await Promise.all([
    import('#store/lessons.ts'),
    import('#store/settings.ts'),
    import('#store/save-status.ts'),
  ])
  status.reportSaveStatus({ kind: 'saved', at: undefined })
  return { persist, ...lessons, ...settings, ...status }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => localStorage.clear())

test('a visit, an opened lesson and a setting do not request persistence; the first real progress does, once', async () => {
  const page = await opened(false)
  page.recordLessonOpened('images.layering')
  page.setTheme('dark')
  await settled()
  expect(page.persist).not.toHaveBeenCalled()
  page.markRead('images.layering')
  page.markRead('compose.profiles')
  await settled()
  expect(page.persist).toHaveBeenCalledTimes(1)
  const again = await opened(false)
  again.markRead('images.layering')
  await settled()
  expect(again.persist).not.toHaveBeenCalled()
})

test('after a month, or if the clock went back, the browser is asked again', async () => {
  for (const asked of [Date.now() - month, Date.now() + month]) {
    localStorage.setItem('docker-mastery.asked-to-persist', String(asked))
    const page = await opened(false)
    page.markRead('images.layering')
    await settled()
    expect(page.persist).toHaveBeenCalledTimes(1)
  }
})

test('a browser that has granted persistence, or stores nothing, is not asked', async () => {
  const promised = await opened(true)
  promised.markRead('images.layering')
  const forbidden = await opened(false)
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('', 'SecurityError')
  })
  forbidden.markRead('images.layering')
  await settled()
  expect(promised.persist).not.toHaveBeenCalled()
  expect(forbidden.persist).not.toHaveBeenCalled()
})

test('a browser without that API works as before', () => {
  Object.defineProperty(navigator, 'storage', { configurable: true, value: undefined })
  expect(() => setBookmark('images.layering', true)).not.toThrow()
  expect(storageStatus.getState().saveStatus.kind).toBe('saved')
})
