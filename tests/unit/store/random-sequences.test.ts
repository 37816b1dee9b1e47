import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latestAnswers } from '#domain/progress/answer-list.ts'
import { replaceProgress } from '#domain/progress/merge.ts'
import { parseProgress, serializeExport } from '#domain/progress/parse.ts'
import { applyAnswer, applyRead, applyReset, applySavedAttempt } from '#domain/progress/updates.ts'
import { answerArbitrary, attemptArbitrary } from '#tests/unit/progress/arbitraries.ts'
import { createFakeTabs } from './fake-storage.ts'
import { createTestStore } from './open-store.ts'

const tabCount = 3
const tab = fc.nat(tabCount - 1)
const item = fc.constantFrom('images.layering.q-size', 'compose.profiles.q-up')

const hour = 60 * 60 * 1000
const year = 365 * 24 * hour
/** Errors of the clock: none, ahead, far ahead, slightly behind, and so far behind that the store notices. */
const errors = [0, hour, 4 * year, -200 * hour, -16 * year]

type Step =
  | { kind: 'answer' | 'mark' | 'session'; tab: number; item: string }
  | { kind: 'reset' | 'reload' | 'freeze' | 'thaw' | 'export' | 'import'; tab: number }
  | { kind: 'deliver'; tab: number; isLate: boolean }
  | { kind: 'full'; tab: number; isFull: boolean }
  | { kind: 'clock'; error: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('answer', 'mark', 'session'), tab, item }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('reset', 'reload', 'freeze', 'thaw', 'export', 'import'),
      tab,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('deliver'), tab, isLate: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('full'), tab, isFull: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock'), error: fc.constantFrom(...errors) }) },
)

/** Tabs of one browser that a learner uses in any order, with the answers that must not be lost. */
function browser() {
  const clock = { now: Date.UTC(2026, 11, 1) }
  const tabs = createFakeTabs(tabCount).map((own) => ({
    ...own,
    open: createTestStore(own.storage, clock),
    isFrozen: false,
  }))
  let backup: string | undefined
  /** The answers since the last successful reset, in order. */
  let given: { item: string; response: string }[] = []
  let count = 0
  let error = 0

  function deliverAll() {
    let messages = 0
    while (tabs.some((each) => !each.isFrozen && each.deliver())) expect(++messages).toBeLessThan(2000)
  }
  function applyStep(each: (typeof tabs)[number], step: Step) {
    const { open } = each
    switch (step.kind) {
      case 'answer': {
        const response = `answer ${++count}`
        open.change((progress, at) =>
          applyAnswer(progress, answerArbitrary({ item: step.item, at, response })),
        )
        given.push({ item: step.item, response })
        return
      }
      case 'mark':
        return open.change((progress, now) => applyRead(progress, step.item, now))
      case 'session':
        return open.change((progress, now) =>
          applySavedAttempt(progress, attemptArbitrary({ startedAt: now }), now),
        )
      case 'reset':
        if (open.changeIfStored(applyReset).kind === 'saved') given = []
        return
      case 'reload':
        // Skip the reload if changes are only in memory: the page warns that they would be lost.
        if (open.reported.saveStatus.kind !== 'saved') return
        open.stop()
        each.open = createTestStore(each.storage, clock)
        return
      case 'freeze':
        each.isFrozen = true
        return
      case 'deliver':
        each.deliver(step)
        return
      case 'full':
        each.state.room = step.isFull ? 0 : Number.POSITIVE_INFINITY
        return
      case 'export':
        backup = serializeExport(open.progress(), clock.now)
        return
      case 'import': {
        const opened = parseProgress(backup ?? '', clock.now)
        if (opened.kind === 'ok')
          open.change((progress) => replaceProgress(progress, opened.progress).progress)
      }
    }
  }

  return {
    clock,
    tabs,
    deliverAll,
    given: () => given,
    take(step: Step) {
      if (step.kind === 'clock') {
        // Changing the clock takes longer than delivering messages between tabs.
        deliverAll()
        clock.now += step.error - error
        error = step.error
        return
      }
      const each = tabs[step.tab]
      if (!each) throw new Error('no such tab')
      if (step.kind === 'thaw' && each.isFrozen) {
        each.thaw()
        each.isFrozen = false
      } else if (!each.isFrozen) applyStep(each, step)
      // With a clock that is too wrong to be trusted, the store cannot order changes that two tabs make before their
      // messages arrive.
      if (error === Math.min(...errors)) deliverAll()
    },
    /** Thaws all tabs, makes room, corrects the clock, and makes one more change in each tab. */
    settle() {
      deliverAll()
      clock.now -= error
      for (const each of tabs) {
        each.state.room = Number.POSITIVE_INFINITY
        if (each.isFrozen) each.thaw()
        each.isFrozen = false
        each.open.change((progress, now) => applyRead(progress, 'images.settled', now))
      }
      deliverAll()
    },
  }
}

test('no answer after the last successful reset is ever lost', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const learner = browser()
      for (const each of steps) learner.take(each)
      learner.settle()
      const [first, ...others] = learner.tabs.map(({ open }) => open.progress())
      const kept = first?.answers.map(({ response }) => response)
      expect(kept).toEqual(expect.arrayContaining(learner.given().map(({ response }) => response)))
      for (const other of others) expect(other).toEqual(first)
      for (const { storage } of learner.tabs) {
        expect(createTestStore(storage, learner.clock).progress()).toEqual(first)
      }
    }),
    { numRuns: 500 },
  )
})

test('if tabs receive each other’s changes, the last answer is the latest, whatever the clock did', () => {
  const calm = step.filter(({ kind }) => !['reset', 'full', 'freeze', 'import'].includes(kind))
  fc.assert(
    fc.property(fc.array(calm, { maxLength: 40 }), (steps) => {
      const learner = browser()
      for (const each of steps) {
        learner.take(each)
        learner.deliverAll()
      }
      learner.settle()
      const latest = new Map(learner.given().map(({ item, response }) => [item, response]))
      for (const { open } of learner.tabs) {
        const kept = latestAnswers(open.progress().answers, new Map([...latest.keys()].map((id) => [id, 1])))
        expect(new Map([...kept].map(([id, { response }]) => [id, response]))).toEqual(latest)
        expect(open.progress().answers).toHaveLength(learner.given().length)
      }
    }),
    { numRuns: 500 },
  )
})

test('a reset that cannot be stored changes nothing and does not drop later changes', () => {
  const learner = browser()
  const [tab] = learner.tabs
  learner.take({ kind: 'answer', tab: 0, item: 'images.layering.q-size' })
  learner.take({ kind: 'full', tab: 0, isFull: true })
  expect(tab?.open.changeIfStored(applyReset)).toEqual({ kind: 'full' })
  expect(tab?.open.progress().answers).toHaveLength(1)
  learner.take({ kind: 'answer', tab: 1, item: 'images.layering.q-size' })
  learner.settle()
  expect(tab?.open.progress().answers).toHaveLength(2)
})
