import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  attemptDraftPrefix,
  maxDrafts,
  mergeDrafts,
  parseDrafts,
  quickCheckDraftKey,
} from '#domain/quiz/drafts.ts'
import { createDrafts, draftsKey } from '#store/create-drafts.ts'
import { createFakeStorage } from '#tests/unit/store/fake-storage.ts'

const origin = { kind: 'area', area: 'images' } as const

function opened(initial: Record<string, string> = {}) {
  const fake = createFakeStorage(initial)
  let scheduled = 0
  const drafts = createDrafts(fake.storage, () => scheduled++)
  return { ...fake, drafts, scheduled: () => scheduled, text: () => fake.state.texts.get(draftsKey) }
}

test('a draft is readable immediately, saved after a pause, and survives a reload', () => {
  const { drafts, text, state, scheduled } = opened()
  for (const typed of ['d', 'do', 'doc']) drafts.set('a', typed)
  expect([drafts.get('a'), text(), scheduled()]).toEqual(['doc', undefined, 3])
  drafts.flush()
  expect(opened(Object.fromEntries(state.texts)).drafts.get('a')).toBe('doc')
})

test('checking an answer deletes its draft, and without a draft nothing is written', () => {
  const { drafts, text, scheduled } = opened()
  drafts.drop('never')
  expect(scheduled()).toBe(0)
  drafts.set('a', ['x'])
  drafts.flush()
  drafts.drop('a')
  drafts.flush()
  expect([drafts.get('a'), text()]).toEqual([undefined, undefined])
})

test('two tabs write their own drafts and keep each other’s', () => {
  const { storage } = createFakeStorage()
  const [one, other] = [createDrafts(storage, () => undefined), createDrafts(storage, () => undefined)]
  one.set('a', '1')
  other.set('b', '2')
  one.flush()
  other.flush()
  expect([one.get('b'), other.get('a')]).toEqual(['2', '1'])
})

test('dropping a quiz deletes its drafts and no others', () => {
  const { drafts } = opened()
  const [mine, next] = [
    attemptDraftPrefix({ origin, startedAt: 1 }),
    attemptDraftPrefix({ origin, startedAt: 12 }),
  ]
  for (const start of [mine, next, 'check:']) drafts.set(`${start}item`, 'x')
  drafts.flush()
  drafts.dropAll(mine)
  expect([mine, next, 'check:'].map((start) => drafts.get(`${start}item`))).toEqual([undefined, 'x', 'x'])
})

test('a reset deletes drafts, and undoing it restores them', () => {
  const { drafts, text } = opened()
  drafts.set('a', '1')
  const undo = drafts.clear()
  expect([drafts.get('a'), text()]).toEqual([undefined, undefined])
  undo()
  expect(drafts.get('a')).toBe('1')
})

test('if storage is full or blocked, a draft lasts as long as the page', () => {
  for (const mood of [{ room: 0 }, { forbidden: true }]) {
    const { drafts, state } = opened()
    Object.assign(state, mood)
    drafts.set('a', '1')
    expect(drafts.get('a')).toBe('1')
    expect(drafts.flush().kind).toBe('room' in mood ? 'full' : 'forbidden')
    expect(drafts.get('a')).toBe('1')
  }
})

test('only the newest drafts are kept, and a revised item starts empty', () => {
  const many = mergeDrafts([], new Map(Array.from({ length: maxDrafts + 5 }, (_, n) => [`${n}`, 'x'])))
  expect([many.length, many[0]?.[0]]).toEqual([maxDrafts, '5'])
  expect(quickCheckDraftKey({ id: 'a', rev: 1 })).not.toBe(quickCheckDraftKey({ id: 'a', rev: 2 }))
})

test('any stored text is parsed as drafts or as none, and drafts that are too long are not kept', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('[["a",5]]')), (text) => {
      const drafts = parseDrafts(text)
      expect(parseDrafts(JSON.stringify(drafts))).toEqual(drafts)
    }),
  )
  expect(mergeDrafts([], new Map([['a', 'x'.repeat(20_001)]]))).toEqual([])
})

test('a whole email pasted into a field is kept', () => {
  const { drafts, state } = opened()
  const email = 'A line of an email with a quiz link.\n'.repeat(100)
  drafts.set('pasted-link', email)
  drafts.flush()
  expect(opened(Object.fromEntries(state.texts)).drafts.get('pasted-link')).toBe(email)
})
