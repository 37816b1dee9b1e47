// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { parseProgress } from '#domain/progress/parse.ts'
import { emptyProgress } from '#domain/progress/progress.ts'
import { QuickCheck } from '#features/quiz/quick-check.tsx'
import { Quiz } from '#features/quiz/quiz.tsx'
import { recordAnswer } from '#store/answers.ts'
import { discardAttempt, saveAttempt } from '#store/attempts.ts'
import { createBackup, resetProgress, restoreBackup } from '#store/backup.ts'
import { setBookmark } from '#store/bookmarks.ts'
import { completeStep } from '#store/labs.ts'
import { markRead, recordLessonOpened, recordNoteOpened } from '#store/lessons.ts'
import { progressStore } from '#store/progress.ts'
import { progressKey } from '#store/quarantine.ts'
import { selectRole } from '#store/role.ts'
import { setTheme } from '#store/settings.ts'
import { createAttempt, itemsOfEveryKind, multiItem, singleItem } from '#tests/support/factories.ts'
import { answerArbitrary, attemptArbitrary } from '#tests/unit/progress/arbitraries.ts'

const { at: _, ...answer } = answerArbitrary()

beforeEach(() => {
  localStorage.clear()
  progressStore.setState(emptyProgress, true)
})

/** Counts how often an action reads, parses and writes progress. */
async function costOf(action: () => unknown) {
  const reads = vi.spyOn(Storage.prototype, 'getItem')
  const writes = vi.spyOn(Storage.prototype, 'setItem')
  const parses = vi.spyOn(JSON, 'parse')
  await action()
  const ofProgress = (calls: unknown[][]) => calls.filter(([key]) => key === progressKey).length
  const cost = {
    reads: ofProgress(reads.mock.calls),
    writes: ofProgress(writes.mock.calls),
    parses: parses.mock.calls.filter(([text]) => text.includes('"era"')).length,
  }
  vi.restoreAllMocks()
  return cost
}
const once = { reads: 1, writes: 1, parses: 0 }

test.each<[string, () => unknown]>([
  ['an answer', () => recordAnswer(answer)],
  ['a quiz begun', () => saveAttempt(attemptArbitrary())],
  ['a quiz dropped', () => discardAttempt('area:compose')],
  ['a lesson opened', () => recordLessonOpened('images.layering')],
  ['a note opened', () => recordNoteOpened('images.layering', 'why')],
  ['a topic read', () => markRead('images.layering')],
  ['a bookmark', () => setBookmark('images.layering', true)],
  ['a step of a lab', () => completeStep('one-kernel', 'look')],
  ['a role', () => selectRole('manager')],
  ['a theme', () => setTheme('dark')],
  ['a reset', () => resetProgress()],
])('%s takes one read and one write, and no parsing', async (_name, act) => {
  recordAnswer(answer)
  saveAttempt(attemptArbitrary({ origin: { kind: 'area', area: 'compose' } }))
  expect(await costOf(act)).toEqual(once)
})

test('passing a lab step again stores it again, because another tab may have reset progress', async () => {
  completeStep('one-kernel', 'look')
  expect(await costOf(() => completeStep('one-kernel', 'look'))).toEqual(once)
})

test('restoring a backup takes one write, and so does undoing a reset', async () => {
  markRead('images.layering')
  const backup = createBackup()
  const outcome = resetProgress()
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  expect(await costOf(outcome.undo)).toEqual(once)
  resetProgress()
  expect(await costOf(() => restoreBackup(backup))).toEqual({ ...once, parses: 1 })
})

const quiz = (attempt: ReturnType<typeof createAttempt>) => (
  <MemoryRouter>
    <Quiz
      attempt={attempt}
      items={itemsOfEveryKind()}
      itemAddress={() => undefined}
      backLink={{ href: '/', text: 'All topics' }}
      canRetry
    />
  </MemoryRouter>
)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test.each(['each', 'end'] as const)(
  'an answer in a quiz with feedback at %s is one write of attempt and history',
  async (feedback) => {
    render(quiz(createAttempt({ items: [singleItem().id, multiItem().id], feedback })))
    await userEvent.click(screen.getByRole('radio', { name: /Text of a/ }))
    expect(await costOf(() => press('Sure'))).toEqual(once)
    const stored = parseProgress(localStorage.getItem(progressKey) ?? '', Date.now())
    if (stored.kind !== 'ok') throw new Error(stored.kind)
    expect(stored.progress.answers).toHaveLength(1)
    expect(Object.keys(stored.progress.sessions['area:images']?.value?.answers ?? {})).toHaveLength(1)
  },
)

test('the next item, the end of a quiz and a new attempt take one write each', async () => {
  render(quiz(createAttempt({ items: [singleItem().id, multiItem().id] })))
  expect(await costOf(() => press('Skip for now'))).toEqual(once)
  expect(await costOf(() => press('Skip and see the result'))).toEqual(once)
  expect(await costOf(() => press('Retry what you got wrong'))).toEqual(once)
})

test('a quick check takes one write', async () => {
  render(
    <MemoryRouter>
      <QuickCheck items={[singleItem()]} />
    </MemoryRouter>,
  )
  await userEvent.click(screen.getByRole('radio', { name: /Text of a/ }))
  expect(await costOf(() => press('Guess'))).toEqual(once)
})
