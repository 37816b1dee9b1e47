import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyProgress } from '#domain/progress/progress.ts'
import { applyAnswer, applyRead, applyReset } from '#domain/progress/updates.ts'
import { progressKey } from '#store/quarantine.ts'
import { action, answerArbitrary } from '#tests/unit/progress/arbitraries.ts'
import { createFakeStorage, createFakeTabs } from './fake-storage.ts'
import { createTestStore } from './open-store.ts'

test('a tab does not overwrite another tab’s answer', () => {
  const { storage } = createFakeStorage()
  const one = createTestStore(storage)
  const other = createTestStore(storage)
  one.change((progress, at) => applyAnswer(progress, answerArbitrary({ at, response: 'one' })))
  other.change((progress, at) => applyAnswer(progress, answerArbitrary({ at, response: 'other' })))
  expect(other.progress().answers.map(({ response }) => response)).toEqual(['one', 'other'])
})

test("a tab shows another tab's change on the storage event", () => {
  const { storage, notifyChange } = createFakeStorage()
  const one = createTestStore(storage)
  const other = createTestStore(storage)
  one.change((progress, now) => applyRead(progress, 'images.layering', now))
  notifyChange()
  expect(other.progress()).toEqual(one.progress())
})

test('another tab’s changes survive an overwrite, even if that tab is closed', () => {
  const [one, other] = createFakeTabs(2)
  if (!one || !other) throw new Error('two tabs')
  const first = createTestStore(one.storage)
  const second = createTestStore(other.storage)
  first.change((progress, at) => applyAnswer(progress, answerArbitrary({ at, response: 'one' })))
  first.stop()
  second.change((progress, at) => applyAnswer(progress, answerArbitrary({ at, response: 'other' })))
  other.deliver({ isLate: true })
  const responses = createTestStore(other.storage)
    .progress()
    .answers.map(({ response }) => response)
  expect(responses.toSorted()).toEqual(['one', 'other'])
})

test.each([
  ['no progress', progressKey, '{"version":'],
  ['of another name', 'other', '{}'],
])('another tab’s text that is %s changes nothing', (_, key, text) => {
  const { storage, notifyChange } = createFakeStorage()
  const tab = createTestStore(storage)
  tab.change((progress, now) => applyRead(progress, 'images.layering', now))
  const before = tab.progress()
  notifyChange({ key, text })
  expect(tab.progress()).toEqual(before)
  expect(tab.reported.quarantined).toEqual([])
})

test('a stopped store ignores other tabs', () => {
  const { storage, notifyChange } = createFakeStorage()
  const one = createTestStore(storage)
  const other = createTestStore(storage)
  other.stop()
  one.change((progress, now) => applyRead(progress, 'images.layering', now))
  notifyChange()
  expect(other.progress()).toEqual(emptyProgress)
})

test('a tab that does not know of a reset neither restores what was reset nor loses later changes', () => {
  const clock = { now: 0 }
  const [one, other] = createFakeTabs(2)
  if (!one || !other) throw new Error('two tabs')
  const first = createTestStore(one.storage, clock)
  const second = createTestStore(other.storage, clock)
  first.change((progress, at) => applyAnswer(progress, answerArbitrary({ at })))
  other.deliver()
  first.change(applyReset)
  second.change((progress, now) => applyRead(progress, 'images.layering', now))
  while (one.deliver() || other.deliver());
  expect(first.progress().answers).toEqual([])
  expect(first.progress().read['images.layering']?.on).toBe(true)
  expect(second.progress()).toEqual(first.progress())
})

test('tabs that write at the same time converge and stop writing', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('act' as const), tab: fc.nat(2), apply: action }),
    fc.record({ kind: fc.constant('deliver' as const), tab: fc.nat(2), isLate: fc.boolean() }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const clock = { now: 0 }
      const tabs = createFakeTabs(3)
      const stores = tabs.map(({ storage }) => createTestStore(storage, clock))
      let alone = emptyProgress
      for (const each of steps) {
        if (each.kind === 'deliver') tabs[each.tab]?.deliver(each)
        else {
          // An action can use the milliseconds after its own, which no other may share: which is later would be open.
          clock.now += 10
          stores[each.tab]?.change((progress, now) => {
            alone = each.apply(alone, now)
            return each.apply(progress, now)
          })
        }
      }
      let messages = 0
      while (tabs.some((tab) => tab.deliver())) expect(++messages).toBeLessThan(1000)
      for (const { progress } of stores) expect(progress()).toEqual(alone)
      const [first, ...rest] = tabs.map(({ storage }) => createTestStore(storage).progress())
      for (const other of rest) expect(other).toEqual(first)
    }),
  )
})
