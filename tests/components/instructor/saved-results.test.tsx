// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { itemResultWith, resultWith } from '#tests/unit/quiz-link/arbitraries.ts'
import {
  clearStorage,
  comeBack,
  keysOf,
  otherTabChanged,
  press,
  read,
  show,
  title,
} from './open-instructor-page.tsx'

beforeEach(clearStorage)

test('results stay until they are deleted, in this tab and in others', async () => {
  show()
  await read(resultWith(), resultWith({ name: 'Bob' }))
  comeBack()
  const table = () => screen.queryByRole('region', { name: 'Learners in Week 3: images' })
  await waitFor(() => expect(within(table()!).getAllByRole('row')).toHaveLength(3))
  localStorage.clear()
  await otherTabChanged()
  await waitFor(() => expect(table()).not.toBeInTheDocument())
})

test('another tab’s results appear, whatever else is stored beside them', async () => {
  show()
  await read(resultWith())
  const batch = (results: unknown[]) => JSON.stringify({ version: 1, readAt: 5, results })
  localStorage.setItem(
    'docker-mastery.results.abc_-1.other',
    batch([resultWith({ name: 'Bob' }), { no: 'result' }]),
  )
  localStorage.setItem('docker-mastery.results.broken', '{')
  await otherTabChanged()
  await screen.findByRole('rowheader', { name: 'Bob' })
  expect(screen.getByRole('rowheader', { name: 'Ada' })).toBeInTheDocument()
  expect(screen.getByText(/^2 saved results could not be read and are left alone/)).toBeInTheDocument()
  await press('Delete all results')
  await press('Delete all of them')
  expect(keysOf('results.')).toEqual([])
  expect(screen.getByRole('heading', { name: 'Read results' })).toHaveFocus()
})

test.each([
  { name: 'SecurityError', words: /does not let the site store anything/ },
  { name: 'QuotaExceededError', words: /no (more )?room/ },
])('if the browser reports $name, the page says so and keeps its results', async ({ name, words }) => {
  show()
  const write = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no', name)
  })
  await userEvent.type(title(), 'A')
  expect(screen.getByText(words)).toBeInTheDocument()
  await read(resultWith())
  expect(screen.getAllByText(words)).toHaveLength(2)
  comeBack()
  expect(title()).toHaveValue('A')
  expect(await screen.findByRole('rowheader', { name: 'Ada' })).toBeInTheDocument()
  write.mockRestore()
  await userEvent.type(title(), 'B')
  expect(screen.getAllByText(words)).toHaveLength(1)
  await press('Delete all results')
  await press('Delete all of them')
})

test('two learners with the same name are both shown, and the instructor decides whether they are one', async () => {
  show()
  const second = resultWith({ finishedAt: 1_800_100_000_000, items: [itemResultWith({ percent: 0 })] })
  await read(resultWith(), second)
  const rows = () =>
    within(screen.getByRole('region', { name: 'Learners in Week 3: images' })).getAllByRole('rowheader')
  expect(rows()).toHaveLength(2)
  expect(screen.getByText(/these may be different people/)).toBeInTheDocument()
  await press('Count as one person (Ada)')
  expect(rows()).toHaveLength(1)
  const others = screen.getByRole('region', { name: 'Results in Week 3: images that do not count' })
  expect(within(others).getByRole('cell', { name: '1 of 1' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: 'the best' }))
  expect(within(others).getByRole('cell', { name: '0 of 1' })).toBeInTheDocument()
  comeBack()
  await waitFor(() => expect(rows()).toHaveLength(1))
  await userEvent.click(screen.getByRole('radio', { name: 'all of them' }))
  expect(rows()).toHaveLength(2)
})

test('at most twenty unreadable inputs are listed', async () => {
  show()
  const torn = encodeResultCode(resultWith()).code.slice(0, 60)
  const field = screen.getByRole('textbox', { name: /^Result codes/ })
  fireEvent.change(field, { target: { value: Array(25).fill(torn).join('\n') } })
  await press('Read the codes')
  await screen.findByText('0 results read. 25 could not be read.')
  expect(screen.getAllByText(/The end is missing/)).toHaveLength(20)
  expect(screen.getByText('… and 5 more.')).toBeInTheDocument()
})

test('only the first three grade tables are expanded, and every region has a unique name', async () => {
  show()
  const classes = ['aaaaaa', 'bbbbbb', 'cccccc', 'dddddd'].map((assignment) => resultWith({ assignment }))
  await read(...classes)
  expect(screen.queryAllByRole('table')).toHaveLength(0)
  for (const button of screen.getAllByRole('button', { name: /^Week 3: images \(link/ })) {
    await userEvent.click(button)
  }
  expect(screen.getAllByRole('table')).toHaveLength(8)
  const names = screen
    .getAllByRole('region')
    .map((region) => region.getAttribute('aria-label') ?? region.getAttribute('aria-labelledby'))
  expect(new Set(names).size).toBe(names.length)
})

test('canceling an import moves the focus to its report', async () => {
  show()
  let finishFirst = (_text: string) => {}
  const slow = new File(['…'], 'first.dmr')
  slow.text = () =>
    new Promise((resolve) => {
      finishFirst = resolve
    })
  const files = [slow, new File([encodeResultCode(resultWith()).code], 'second.dmr')]
  fireEvent.change(screen.getByLabelText(/Result files/), { target: { files } })
  await press('Cancel reading')
  const focused = document.activeElement
  await act(async () => finishFirst(encodeResultCode(resultWith({ name: 'Bob' })).code))
  await screen.findByText(/^Canceled\. /)
  expect(focused).toBeInTheDocument()
  expect(focused).toHaveFocus()
  expect(focused).toHaveTextContent(/^Canceled\. /)
  expect(screen.queryByRole('rowheader', { name: 'Ada' })).not.toBeInTheDocument()
})
