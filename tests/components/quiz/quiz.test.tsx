// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { emptyProgress } from '#domain/progress/progress.ts'
import type { Attempt } from '#domain/quiz/attempt.ts'
import { Quiz } from '#features/quiz/quiz.tsx'
import { saveAttempt } from '#store/attempts.ts'
import { draftsKey } from '#store/create-drafts.ts'
import { progressStore } from '#store/progress.ts'
import {
  createAttempt,
  itemsOfEveryKind,
  lineItem,
  matchItem,
  multiItem,
  orderItem,
  shortItem,
  singleItem,
} from '#tests/support/factories.ts'

beforeEach(() => {
  localStorage.clear()
  progressStore.setState(emptyProgress, true)
})

function open(attempt: Attempt) {
  return render(
    <MemoryRouter>
      <Quiz
        attempt={attempt}
        items={itemsOfEveryKind()}
        itemAddress={() => undefined}
        backLink={{ href: '/', text: 'All topics' }}
        canRetry
      />
    </MemoryRouter>,
  )
}
/** The stored attempt of the quiz. */
const savedAttempt = () => progressStore.getState().sessions['area:images']?.value
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('every answer is recorded, and the quiz can be resumed after each step', async () => {
  const items = [singleItem().id, multiItem().id]
  const { unmount } = open(createAttempt({ items }))
  await userEvent.click(screen.getByRole('radio', { name: /Text of b/ }))
  await press('Sure')
  const { answers } = progressStore.getState()
  expect(answers).toMatchObject([
    { item: singleItem().id, rev: 1, response: 'b', score: 1, confidence: 'sure' },
  ])
  expect(savedAttempt()?.answers[singleItem().id]?.score).toBe(1)
  await press('Next')
  unmount()
  open(savedAttempt()!)
  expect(screen.getByText(multiItem().stem)).toBeInTheDocument()
})

test('with feedback at the end, an answer and the next step are both saved', async () => {
  open(createAttempt({ items: [singleItem().id], feedback: 'end' }))
  await userEvent.click(screen.getByRole('radio', { name: /Text of b/ }))
  await press('Guess')
  const saved = savedAttempt()
  expect(saved?.finishedAt).toBeDefined()
  expect(saved?.answers[singleItem().id]?.confidence).toBe('guess')
  expect(screen.getByRole('heading', { name: '1 of 1' })).toHaveFocus()
})

test('removed items are reported', () => {
  open(createAttempt({ items: ['images.gone.q-one', singleItem().id] }))
  expect(screen.getByText(/One question in this quiz is no longer in the course/)).toBeInTheDocument()
  expect(screen.getByRole('heading', { name: '1 of 1' })).toBeInTheDocument()
})

test('a quiz whose items were all removed says so', () => {
  open(createAttempt({ items: ['images.gone.q-one'] }))
  expect(screen.getByText(/This quiz is empty/)).toBeInTheDocument()
})

/** Discards what the page has in memory and keeps what it stored, as a reload does. */
function reload(unmount: () => void) {
  window.dispatchEvent(new Event('pagehide'))
  unmount()
}

test('selections, text and orders survive a reload and a step back and forth', async () => {
  const items = [shortItem().id, multiItem().id, orderItem().id]
  saveAttempt(createAttempt({ items, feedback: 'end' }))
  const first = open(savedAttempt()!)
  await userEvent.type(screen.getByRole('textbox'), 'docker run')
  await press('Skip for now')
  await userEvent.click(screen.getByRole('checkbox', { name: /Text of c/ }))
  reload(first.unmount)
  const second = open(savedAttempt()!)
  expect(screen.getByRole('checkbox', { name: /Text of c/, checked: true })).toBeInTheDocument()
  await press('Previous question')
  expect(screen.getByRole<HTMLInputElement>('textbox')).toHaveValue('docker run')
  await press('Skip for now')
  await press('Skip for now')
  const lines = () => within(screen.getByRole('list', { name: 'Your order' })).getAllByRole('listitem')
  const before = lines().map((line) => line.textContent)
  await userEvent.click(within(lines()[0]!).getByRole('button', { name: /down/i }))
  const after = lines().map((line) => line.textContent)
  expect(after).not.toEqual(before)
  reload(second.unmount)
  open(savedAttempt()!)
  expect(lines().map((line) => line.textContent)).toEqual(after)
  await press('Skip and see the result')
  window.dispatchEvent(new Event('pagehide'))
  expect(localStorage.getItem(draftsKey)).toBeNull()
})

test('a selected line and matched pairs survive a reload', async () => {
  saveAttempt(createAttempt({ items: [lineItem().id, matchItem().id], feedback: 'end' }))
  const first = open(savedAttempt()!)
  await userEvent.click(screen.getByRole('radio', { name: /FROM scratch/ }))
  reload(first.unmount)
  const second = open(savedAttempt()!)
  expect(screen.getByRole('radio', { name: /FROM scratch/, checked: true })).toBeTruthy()
  await press('Skip for now')
  const definitionOf = (term: string) =>
    screen.getByRole<HTMLSelectElement>('combobox', { name: `Definition of ${term}` })
  await userEvent.selectOptions(definitionOf('Term a'), 'a')
  await userEvent.selectOptions(definitionOf('Term b'), 'extra')
  reload(second.unmount)
  open(savedAttempt()!)
  expect(['Term a', 'Term b', 'Term c'].map((term) => definitionOf(term).value)).toEqual(['a', 'extra', ''])
})

test('a new attempt does not show drafts of the old one', async () => {
  saveAttempt(createAttempt({ items: [shortItem().id] }))
  const first = open(savedAttempt()!)
  await userEvent.type(screen.getByRole('textbox'), 'docker run')
  reload(first.unmount)
  saveAttempt(createAttempt({ items: [shortItem().id], startedAt: 1_800_000_000_000 }))
  open(savedAttempt()!)
  expect(screen.getByRole<HTMLInputElement>('textbox')).toHaveValue('')
})
