import { expect, test, vi } from 'vitest'
import { maxProgressLength, parseProgress, serializeProgress } from '#domain/progress/parse.ts'
import { emptyProgress, type Progress } from '#domain/progress/progress.ts'
import { applyAnswer, applyRead, applyReset, applyTheme } from '#domain/progress/updates.ts'
import { progressKey, quarantineKeys } from '#store/quarantine.ts'
import { answerArbitrary } from '#tests/unit/progress/arbitraries.ts'
import { createFakeStorage } from './fake-storage.ts'
import { createTestStore } from './open-store.ts'

const finish = (progress: Progress, now: number) => applyRead(progress, 'images.layering', now)
const earlier = serializeProgress(applyAnswer(emptyProgress, answerArbitrary()))

function stored(text: string | undefined): Progress {
  const opened = parseProgress(text ?? '', 0)
  if (opened.kind !== 'ok') throw new Error(`stored: ${opened.kind}`)
  return opened.progress
}

test('progress survives a reload', () => {
  const { storage } = createFakeStorage()
  const first = createTestStore(storage)
  first.change(finish)
  expect(createTestStore(storage).progress()).toEqual(first.progress())
  expect(first.reported.saveStatus).toEqual({ kind: 'saved', at: 2 })
})

test('opening the site without changes writes nothing', () => {
  const { storage, state } = createFakeStorage()
  createTestStore(storage)
  expect(state.texts.size).toBe(0)
})

test('storage has the document itself, with the theme where the head script reads it', () => {
  const { storage, state } = createFakeStorage()
  createTestStore(storage).change((progress, now) => applyTheme(progress, 'dark', now))
  expect(JSON.parse(state.texts.get(progressKey) ?? '').settings.theme.value).toBe('dark')
})

test('blocked storage: the course continues in memory and reports it', () => {
  const { storage, state } = createFakeStorage()
  state.forbidden = true
  const { change, progress, reported } = createTestStore(storage)
  expect(reported.saveStatus).toEqual({ kind: 'forbidden' })
  change(finish)
  expect(progress().read['images.layering']?.on).toBe(true)
  expect(reported.saveStatus).toEqual({ kind: 'forbidden' })
})

test('full storage: stored data stays, changes are in memory and are stored once there is room', () => {
  const { storage, state } = createFakeStorage({ [progressKey]: earlier })
  const { change, progress, reported } = createTestStore(storage)
  state.room = earlier.length
  change(finish)
  expect(reported.saveStatus).toEqual({ kind: 'full' })
  expect(state.texts.get(progressKey)).toBe(earlier)
  state.room = Number.POSITIVE_INFINITY
  change((now) => now)
  expect(reported.saveStatus.kind).toBe('saved')
  expect(stored(state.texts.get(progressKey))).toEqual(progress())
})

test('what could not be stored is stored without another change, once there is room', () => {
  const { storage, state } = createFakeStorage({ [progressKey]: earlier })
  const { change, saveUnsaved, progress, reported } = createTestStore(storage)
  state.room = earlier.length
  change(finish)
  saveUnsaved()
  expect(reported.saveStatus).toEqual({ kind: 'full' })
  state.room = Number.POSITIVE_INFINITY
  saveUnsaved()
  expect(reported.saveStatus.kind).toBe('saved')
  expect(stored(state.texts.get(progressKey))).toEqual(progress())
})

test('while everything is stored, returning to the page reads and writes nothing', () => {
  const { storage } = createFakeStorage({ [progressKey]: earlier })
  const { saveUnsaved } = createTestStore(storage)
  const read = vi.spyOn(storage, 'read')
  saveUnsaved()
  expect(read).not.toHaveBeenCalled()
})

test('a document too large to parse again is not written', () => {
  const { storage, state } = createFakeStorage({ [progressKey]: earlier })
  const { change, reported } = createTestStore(storage)
  const opened = Object.fromEntries(
    Array.from({ length: 30_000 }, (_, index) => [`${index}${'x'.repeat(190)}`, 1]),
  )
  change((progress) => ({ ...progress, opened }))
  expect(reported.saveStatus).toEqual({ kind: 'full' })
  expect(state.texts.get(progressKey)).toBe(earlier)
})

test('a document of a newer version is never overwritten; answers stay in memory', () => {
  const newer = '{"version":5,"better":true}'
  const { storage, state } = createFakeStorage({ [progressKey]: newer })
  const { change, progress, reported } = createTestStore(storage)
  change(finish)
  expect(state.texts).toEqual(new Map([[progressKey, newer]]))
  expect(reported.saveStatus).toEqual({ kind: 'newer', version: 5 })
  expect(progress().read['images.layering']?.on).toBe(true)
})

test('a newer version in another tab stops this one from writing', () => {
  const { storage, state, notifyChange } = createFakeStorage({ [progressKey]: earlier })
  const { change, reported, progress } = createTestStore(storage)
  state.texts.set(progressKey, '{"version":5}')
  notifyChange()
  expect(reported.saveStatus).toEqual({ kind: 'newer', version: 5 })
  change(finish)
  expect(state.texts.get(progressKey)).toBe('{"version":5}')
  expect(progress().answers).toHaveLength(1)
})

test.each([
  ['torn', earlier.slice(0, -20)],
  ['foreign', '{"state":{"todos":[]},"version":0}'],
  ['huge', `${earlier}${' '.repeat(maxProgressLength)}`],
  ['empty', ''],
])('%s text is quarantined unchanged, and progress starts empty', (_name, text) => {
  const { storage, state } = createFakeStorage({ [progressKey]: text })
  const { change, reported, progress } = createTestStore(storage)
  expect(progress()).toEqual(emptyProgress)
  change(finish)
  expect(state.texts.get(`${progressKey}.aside.1`)).toBe(text)
  expect(stored(state.texts.get(progressKey))).toEqual(progress())
  expect(reported.quarantined.map(({ key }) => key)).toEqual([`${progressKey}.aside.1`])
  expect(reported.saveStatus.kind).toBe('saved')
})

test('text that becomes unreadable while the page is open is quarantined, and progress in memory replaces it', () => {
  const { storage, state, notifyChange } = createFakeStorage({ [progressKey]: earlier })
  const { progress } = createTestStore(storage)
  state.texts.set(progressKey, 'torn')
  notifyChange()
  expect(state.texts.get(`${progressKey}.aside.1`)).toBe('torn')
  expect(stored(state.texts.get(progressKey))).toEqual(progress())
})

test('quarantined text is never overwritten, and the same text is stored once', () => {
  const { storage, state } = createFakeStorage({
    [progressKey]: 'second',
    [`${progressKey}.aside.1`]: 'first',
  })
  createTestStore(storage)
  state.texts.set(progressKey, 'first')
  createTestStore(storage)
  expect(quarantineKeys(storage)).toEqual([`${progressKey}.aside.1`, `${progressKey}.aside.2`])
  expect([...state.texts.values()].sort()).toEqual(['first', 'second'])
})

test('quarantined text is listed in numerical order', () => {
  const numbers = [10, 9, 1]
  const { storage } = createFakeStorage(
    Object.fromEntries(numbers.map((n) => [`${progressKey}.aside.${n}`, 'x'])),
  )
  expect(quarantineKeys(storage).map((key) => key.split('.').at(-1))).toEqual(['1', '9', '10'])
})

test('unreadable text stays in place if there is no room to quarantine it', () => {
  const { storage, state } = createFakeStorage({ [progressKey]: 'unreadable' })
  state.room = 15
  const { change, reported, progress } = createTestStore(storage)
  change(finish)
  expect(state.texts).toEqual(new Map([[progressKey, 'unreadable']]))
  expect(reported.saveStatus).toEqual({ kind: 'unrecoverable', reason: expect.stringContaining('not JSON') })
  expect(progress().read['images.layering']?.on).toBe(true)
})

test('changes made while storage was blocked are merged with stored ones once it is allowed', () => {
  const { storage, state } = createFakeStorage({ [progressKey]: earlier })
  state.forbidden = true
  const { change } = createTestStore(storage)
  change(finish)
  state.forbidden = false
  change((progress, now) => applyTheme(progress, 'dark', now))
  const { answers, read, settings } = stored(state.texts.get(progressKey))
  expect([answers.length, Object.keys(read), settings.theme?.value]).toEqual([1, ['images.layering'], 'dark'])
})

test('a reset is stored, and earlier data is removed from storage', () => {
  const { storage, state } = createFakeStorage({ [progressKey]: earlier })
  createTestStore(storage).change(applyReset)
  expect(stored(state.texts.get(progressKey))).toEqual({ ...emptyProgress, era: { number: 1, at: 1001 } })
})
