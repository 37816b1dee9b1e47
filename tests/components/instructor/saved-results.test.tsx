// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { InstructorPage } from '#features/instructor/instructor-page.tsx'
import { itemResultWith, resultWith } from '#tests/unit/quiz-link/arbitraries.ts'
import { areas, linkAddress, loadItems } from './course.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const show = () => render(<InstructorPage areas={areas} linkAddress={linkAddress} loadItems={loadItems} />)
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Title of the quiz' })
const keysOf = (part: string) => Object.keys(localStorage).filter((key) => key.includes(part))

/** The reader goes to another page and comes back. */
function comeBack(): void {
  cleanup()
  show()
}

/** What a storage event of another tab does to this one. */
async function otherTabChanged(): Promise<void> {
  await act(async () => {
    window.dispatchEvent(new StorageEvent('storage', { key: null }))
  })
}

async function read(...results: QuizResult[]): Promise<void> {
  const field = screen.getByRole('textbox', { name: /^Result codes/ })
  fireEvent.change(field, {
    target: { value: results.map((each) => encodeResultCode(each).code).join('\n') },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Read the codes' }))
  await screen.findByText(/results? read/)
}

test('an unfinished form survives leaving the page until it is discarded and confirmed', async () => {
  show()
  await userEvent.type(title(), 'Week 3')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Bridge' }))
  comeBack()
  expect(title().value).toBe('Week 3')
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Bridge' }).checked).toBe(true)
  await press('Discard this draft')
  expect(document.activeElement?.textContent).toMatch(/^Discard “Week 3”\?/)
  await press('Keep it')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Discard this draft' }))
  expect(title().value).toBe('Week 3')
  await press('Discard this draft')
  await press('Discard it')
  expect(title().value).toBe('')
  comeBack()
  expect(title().value).toBe('')
  expect(keysOf('draft.')).toEqual([])
})

test('another quiz can be started; the first stays among the drafts', async () => {
  show()
  await userEvent.type(title(), 'First')
  await press('Start another quiz')
  expect(title().value).toBe('')
  await userEvent.type(title(), 'Second')
  await userEvent.click(screen.getByText('1 other draft'))
  await press('Open “First”')
  expect(title().value).toBe('First')
  await press('Discard “Second”')
  await press('Discard it')
  expect(screen.queryByText(/other draft/)).toBeNull()
  expect(document.activeElement).not.toBe(document.body)
})

test('a draft that two tabs change becomes two drafts', async () => {
  show()
  await userEvent.type(title(), 'Mine')
  const [key = ''] = keysOf('draft.')
  const theirs = (localStorage.getItem(key) ?? '').replace('Mine', 'Theirs')
  localStorage.setItem(key, theirs)
  await otherTabChanged()
  await userEvent.type(title(), ' too')
  expect(title().value).toBe('Mine too')
  expect(localStorage.getItem(key)).toBe(theirs)
  expect(keysOf('draft.')).toHaveLength(2)
  expect(screen.getByRole('button', { name: 'Open “Theirs”', hidden: true })).toBeTruthy()
})

test.each(['not json', '{"version":1}', '{"version":2,"changedAt":1,"draft":{}}', '[]'])(
  'a stored draft that is %j is left alone, and the form works',
  async (text) => {
    localStorage.setItem('docker-mastery.draft.x', text)
    show()
    await userEvent.type(title(), 'New')
    expect(title().value).toBe('New')
    expect(localStorage.getItem('docker-mastery.draft.x')).toBe(text)
  },
)

test('results stay until they are deleted, in this tab and in others', async () => {
  show()
  await read(resultWith(), resultWith({ name: 'Bob' }))
  comeBack()
  const table = () => screen.queryByRole('region', { name: 'Learners in Week 3: images' })
  await waitFor(() => expect(within(table()!).getAllByRole('row')).toHaveLength(3))
  localStorage.clear()
  await otherTabChanged()
  await waitFor(() => expect(table()).toBeNull())
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
  expect(screen.getByRole('rowheader', { name: 'Ada' })).toBeTruthy()
  expect(screen.getByText(/^2 saved results could not be read and are left alone/)).toBeTruthy()
  await press('Delete all results')
  await press('Delete all of them')
  expect(keysOf('results.')).toEqual([])
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Read results' }))
})

test.each([
  { name: 'SecurityError', words: /does not let the site store anything/ },
  { name: 'QuotaExceededError', words: /no (more )?room/ },
])('where the browser answers $name, the page says so and keeps what it has', async ({ name, words }) => {
  show()
  const write = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no', name)
  })
  await userEvent.type(title(), 'A')
  expect(screen.getByText(words)).toBeTruthy()
  await read(resultWith())
  expect(screen.getAllByText(words)).toHaveLength(2)
  comeBack()
  expect(title().value).toBe('A')
  expect(await screen.findByRole('rowheader', { name: 'Ada' })).toBeTruthy()
  write.mockRestore()
  await userEvent.type(title(), 'B')
  expect(screen.getAllByText(words)).toHaveLength(1)
  await press('Delete all results')
  await press('Delete all of them')
})

test('two learners of one name are both shown, and the instructor says whether they are one', async () => {
  show()
  const second = resultWith({ finishedAt: 1_800_100_000_000, items: [itemResultWith({ percent: 0 })] })
  await read(resultWith(), second)
  const rows = () =>
    within(screen.getByRole('region', { name: 'Learners in Week 3: images' })).getAllByRole('rowheader')
  expect(rows()).toHaveLength(2)
  expect(screen.getByText(/these may be different people/)).toBeTruthy()
  await press('Count as one person (Ada)')
  expect(rows()).toHaveLength(1)
  const others = screen.getByRole('region', { name: 'Results in Week 3: images that do not count' })
  expect(within(others).getByRole('cell', { name: '1 of 1' })).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'the best' }))
  expect(within(others).getByRole('cell', { name: '0 of 1' })).toBeTruthy()
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
  expect(screen.getByText('… and 5 more.')).toBeTruthy()
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

test('an incomplete date is reported and blocks the link', async () => {
  show()
  await userEvent.type(title(), 'Exam')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Bridge' }))
  const due = screen.getByLabelText<HTMLInputElement>('Due')
  let isHalf = true
  Object.defineProperty(due, 'validity', { get: () => ({ badInput: isHalf }) })
  fireEvent.keyUp(due)
  expect(screen.getAllByText(/only part of it is filled in/i)).toHaveLength(2)
  expect(screen.queryByRole('textbox', { name: 'Link to send' })).toBeNull()
  expect(due.getAttribute('aria-invalid')).toBe('true')
  isHalf = false
  fireEvent.blur(due)
  expect(screen.getByRole('textbox', { name: 'Link to send' })).toBeTruthy()
})

test('a title that is too long is reported, not truncated', async () => {
  show()
  fireEvent.change(title(), { target: { value: 'x'.repeat(121) } })
  expect(title().value).toHaveLength(121)
  expect(screen.getByText('Title: at most 120 characters; it has 121.')).toBeTruthy()
})

/** Every button there is, pressed once. */
test('every button leaves the focus on the page', async () => {
  const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
  const prepare = async () => {
    localStorage.clear()
    sessionStorage.clear()
    show()
    fireEvent.change(title(), { target: { value: 'A' } })
    click('Start another quiz')
    fireEvent.change(title(), { target: { value: 'B' } })
    fireEvent.click(screen.getByRole('checkbox', { name: 'Bridge' }))
    click(/Paper and key/)
    await screen.findAllByRole('article')
    await read(
      resultWith(),
      resultWith({ finishedAt: 1_800_100_000_000 }),
      resultWith({ assignment: 'zzzzzz' }),
    )
  }
  vi.stubGlobal('print', () => undefined)
  URL.createObjectURL = () => 'blob:caught'
  await prepare()
  const buttons = () => screen.getAllByRole('button', { hidden: true })
  const texts = () => buttons().map(({ textContent }) => textContent)
  const before = texts()
  for (const index of before.keys()) {
    // Only a button that changed others needs a fresh page after it.
    if (texts().join() !== before.join()) {
      cleanup()
      await prepare()
    }
    // A step further: what the button asks is answered with the first answer.
    for (const button of [() => buttons()[index], nextAnswer]) {
      const pressed = button()
      if (!pressed) break
      pressed.focus()
      fireEvent.click(pressed)
      await act(async () => undefined)
      expect(document.activeElement, `after ${pressed.textContent}`).not.toBe(document.body)
    }
  }
})

function nextAnswer(): HTMLElement | undefined {
  return screen.queryAllByRole('button', {
    name: /^(Discard it|Delete them|Delete all of them)$/,
    hidden: true,
  })[0]
}
