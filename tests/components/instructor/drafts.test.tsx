// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import {
  clearStorage,
  comeBack,
  keysOf,
  otherTabChanged,
  press,
  show,
  title,
} from './open-instructor-page.tsx'

beforeEach(clearStorage)

test('an unfinished form survives leaving the page until it is discarded and confirmed', async () => {
  show()
  await userEvent.type(title(), 'Week 3')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Bridge' }))
  comeBack()
  expect(title()).toHaveValue('Week 3')
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Bridge' })).toBeChecked()
  await press('Discard this draft')
  expect(document.activeElement).toHaveTextContent(/^Discard “Week 3”\?/)
  await press('Keep it')
  expect(screen.getByRole('button', { name: 'Discard this draft' })).toHaveFocus()
  expect(title()).toHaveValue('Week 3')
  await press('Discard this draft')
  await press('Discard it')
  expect(title()).toHaveValue('')
  comeBack()
  expect(title()).toHaveValue('')
  expect(keysOf('draft.')).toEqual([])
})

test('another quiz can be started, and the first stays among the drafts', async () => {
  show()
  await userEvent.type(title(), 'First')
  await press('Start another quiz')
  expect(title()).toHaveValue('')
  await userEvent.type(title(), 'Second')
  await userEvent.click(screen.getByText('1 other draft'))
  await press('Open “First”')
  expect(title()).toHaveValue('First')
  await press('Discard “Second”')
  await press('Discard it')
  expect(screen.queryByText(/other draft/)).not.toBeInTheDocument()
  expect(document.body).not.toHaveFocus()
})

test('a draft that two tabs change becomes two drafts', async () => {
  show()
  await userEvent.type(title(), 'Mine')
  const [key = ''] = keysOf('draft.')
  const theirs = (localStorage.getItem(key) ?? '').replace('Mine', 'Theirs')
  localStorage.setItem(key, theirs)
  await otherTabChanged()
  await userEvent.type(title(), ' too')
  expect(title()).toHaveValue('Mine too')
  expect(localStorage.getItem(key)).toBe(theirs)
  expect(keysOf('draft.')).toHaveLength(2)
  expect(screen.getByRole('button', { name: 'Open “Theirs”', hidden: true })).toBeInTheDocument()
})

test.each(['not json', '{"version":1}', '{"version":2,"changedAt":1,"draft":{}}', '[]'])(
  'a stored draft that is %j is ignored, and the form works',
  async (text) => {
    localStorage.setItem('docker-mastery.draft.x', text)
    show()
    await userEvent.type(title(), 'New')
    expect(title()).toHaveValue('New')
    expect(localStorage.getItem('docker-mastery.draft.x')).toBe(text)
  },
)

test('an incomplete date is reported and blocks the link', async () => {
  show()
  await userEvent.type(title(), 'Exam')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Bridge' }))
  const due = screen.getByLabelText<HTMLInputElement>('Due')
  let isHalf = true
  Object.defineProperty(due, 'validity', { get: () => ({ badInput: isHalf }) })
  fireEvent.keyUp(due)
  expect(screen.getAllByText(/only part of it is filled in/i)).toHaveLength(2)
  expect(screen.queryByRole('textbox', { name: 'Link to send' })).not.toBeInTheDocument()
  expect(due).toHaveAttribute('aria-invalid', 'true')
  isHalf = false
  fireEvent.blur(due)
  expect(screen.getByRole('textbox', { name: 'Link to send' })).toBeInTheDocument()
})

test('a title that is too long is reported, not truncated', async () => {
  show()
  fireEvent.change(title(), { target: { value: 'x'.repeat(121) } })
  expect(title().value).toHaveLength(121)
  expect(screen.getByText('Title: at most 120 characters; it has 121.')).toBeInTheDocument()
})
