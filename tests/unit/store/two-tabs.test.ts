import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyAnswer, markRead, reset } from '#domain/progress/changes.ts'
import { emptyProgress } from '#domain/progress/progress.ts'
import { progressKey } from '#store/asides.ts'
import { action, anAnswer } from '#tests/unit/progress/arbitraries.ts'
import { fakeStorage, fakeTabs } from './fake-storage.ts'
import { openStore } from './open-store.ts'

test('a tab that has not heard of the other’s answer loses it not by writing its own', () => {
  const { storage } = fakeStorage()
  const one = openStore(storage)
  const other = openStore(storage)
  one.change((progress, at) => applyAnswer(progress, anAnswer({ at, response: 'one' })))
  other.change((progress, at) => applyAnswer(progress, anAnswer({ at, response: 'other' })))
  expect(other.progress().answers.map(({ response }) => response)).toEqual(['one', 'other'])
})

test('a tab shows what the other did as soon as it is told', () => {
  const { storage, tellOfChange } = fakeStorage()
  const one = openStore(storage)
  const other = openStore(storage)
  one.change((progress, now) => markRead(progress, 'images.layering', now))
  tellOfChange()
  expect(other.progress()).toEqual(one.progress())
})

test('what another tab wrote is kept, though this one wrote over it and the other is closed', () => {
  const [one, other] = fakeTabs(2)
  if (!one || !other) throw new Error('two tabs')
  const first = openStore(one.storage)
  const second = openStore(other.storage)
  first.change((progress, at) => applyAnswer(progress, anAnswer({ at, response: 'one' })))
  first.stop()
  second.change((progress, at) => applyAnswer(progress, anAnswer({ at, response: 'other' })))
  other.deliver({ isLate: true })
  const responses = openStore(other.storage)
    .progress()
    .answers.map(({ response }) => response)
  expect(responses.toSorted()).toEqual(['one', 'other'])
})

test.each([
  ['no progress', progressKey, '{"version":'],
  ['of another name', 'other', '{}'],
])('a text of another tab that is %s changes nothing', (_, key, text) => {
  const { storage, tellOfChange } = fakeStorage()
  const tab = openStore(storage)
  tab.change((progress, now) => markRead(progress, 'images.layering', now))
  const before = tab.progress()
  tellOfChange({ key, text })
  expect(tab.progress()).toEqual(before)
  expect(tab.said.setAside).toEqual([])
})

test('a stopped store no longer follows', () => {
  const { storage, tellOfChange } = fakeStorage()
  const one = openStore(storage)
  const other = openStore(storage)
  other.stop()
  one.change((progress, now) => markRead(progress, 'images.layering', now))
  tellOfChange()
  expect(other.progress()).toEqual(emptyProgress)
})

test('a tab that has not heard of a reset does not bring back what was reset, and loses nothing it did since', () => {
  const clock = { now: 0 }
  const [one, other] = fakeTabs(2)
  if (!one || !other) throw new Error('two tabs')
  const first = openStore(one.storage, clock)
  const second = openStore(other.storage, clock)
  first.change((progress, at) => applyAnswer(progress, anAnswer({ at })))
  other.deliver()
  first.change(reset)
  second.change((progress, now) => markRead(progress, 'images.layering', now))
  while (one.deliver() || other.deliver());
  expect(first.progress().answers).toEqual([])
  expect(first.progress().read['images.layering']?.on).toBe(true)
  expect(second.progress()).toEqual(first.progress())
})

test('tabs that write over each other end up with everything, all the same, and then are quiet', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('act' as const), tab: fc.nat(2), apply: action }),
    fc.record({ kind: fc.constant('deliver' as const), tab: fc.nat(2), isLate: fc.boolean() }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const clock = { now: 0 }
      const tabs = fakeTabs(3)
      const stores = tabs.map(({ storage }) => openStore(storage, clock))
      let alone = emptyProgress
      for (const each of steps) {
        if (each.kind === 'deliver') tabs[each.tab]?.deliver(each)
        else
          stores[each.tab]?.change((progress, now) => {
            alone = each.apply(alone, now)
            return each.apply(progress, now)
          })
      }
      let messages = 0
      while (tabs.some((tab) => tab.deliver())) expect(++messages).toBeLessThan(1000)
      for (const { progress } of stores) expect(progress()).toEqual(alone)
      const [first, ...rest] = tabs.map(({ storage }) => openStore(storage).progress())
      for (const other of rest) expect(other).toEqual(first)
    }),
  )
})
