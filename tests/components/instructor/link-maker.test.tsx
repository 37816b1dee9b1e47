// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { decodeQuizLink } from '#domain/quiz-link/link-code.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { InstructorPage } from '#features/instructor/instructor-page.tsx'
import { itemsOfEveryKind } from '#tests/support/factories.ts'
import { areas, linkAddress, loadItems } from './course.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const show = () => render(<InstructorPage areas={areas} linkAddress={linkAddress} loadItems={loadItems} />)
const tick = (name: string | RegExp) => userEvent.click(screen.getByRole('checkbox', { name }))
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

async function type(name: string | RegExp, text: string): Promise<void> {
  const field = screen.getByRole('textbox', { name })
  await userEvent.clear(field)
  if (text) await userEvent.type(field, text)
}

function linkBox(): HTMLTextAreaElement {
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Link to send' })
}

function madeLink(): QuizLink {
  const decoded = decodeQuizLink(new URL(linkBox().value).hash)
  if (decoded.kind !== 'ok') throw new Error(`the link is ${decoded.kind}`)
  return decoded.link
}

test('while the form is incomplete, the page says what is missing', async () => {
  show()
  const panel = screen.getByRole('region', { name: 'The link' })
  const missing = () =>
    within(panel)
      .queryAllByRole('listitem')
      .map((item) => item.textContent)
  expect(missing()).toEqual(['Give the quiz a title.', 'Choose at least one topic.'])
  await type('Title of the quiz', 'Week 3')
  await type('Pass mark, as a percentage of the points', '170')
  expect(missing()).toEqual(['Choose at least one topic.', 'Pass mark: enter a number from 0 to 100.'])
})

test('a title and an area make a link, a QR code and a preview', async () => {
  show()
  await type('Title of the quiz', '  Week 3:   images ')
  await tick('Images')
  await type('Number of items', '4')
  expect(madeLink()).toMatchObject({
    title: 'Week 3: images',
    selection: { kind: 'draw', topics: ['images.multi-stage'], count: 4 },
    seed: expect.stringMatching(/^[a-z0-9]+$/),
    shuffle: true,
    feedback: 'end',
    passMark: 0.7,
    asks: 'name',
    asksConfidence: true,
  })
  expect(madeLink()).not.toHaveProperty('by')
  expect(screen.getByText(`${linkBox().value.length} characters`)).toBeInTheDocument()
  expect(screen.getByRole('img', { name: 'QR code of the link above' })).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /^Preview/ })).toHaveAttribute('href', linkBox().value)
  expect(screen.getByText('The 4 items in this quiz')).toBeInTheDocument()
})

test('every field of the form reaches the link', async () => {
  show()
  await type('Title of the quiz', 'Exam')
  await type('Your name', 'A. Rossi')
  await tick('Bridge')
  await choose('Practitioner')
  await tick('match pairs')
  await tick('recall')
  await type('Seed', 'Ab-9')
  await tick(/Shuffle/)
  await tick(/how sure/)
  await choose('never')
  await choose('their name and their class or group')
  await type('Pass mark, as a percentage of the points', '55')
  await type('Time limit in minutes', '20')
  await type('Attempts', '2')
  const due = screen.getByLabelText('Due')
  await userEvent.type(due, '2026-11-30T23:59')
  expect(madeLink()).toEqual({
    title: 'Exam',
    by: 'A. Rossi',
    selection: {
      kind: 'draw',
      topics: ['networking.bridge'],
      count: 10,
      role: 'practitioner',
      kinds: ['single', 'multi', 'short', 'order', 'line', 'trace'],
      difficulties: [2, 3],
    },
    seed: 'ab9',
    shuffle: false,
    feedback: 'never',
    passMark: 0.55,
    asks: 'name-and-group',
    asksConfidence: false,
    minutes: 20,
    tries: 2,
    due: `${new Date('2026-11-30T23:59').toISOString().slice(0, 16)}Z`,
  })
  expect(screen.getByText('Only 1 item matches, so the quiz is shorter.')).toBeInTheDocument()
})

test('numbers may be typed with the digits of any script', async () => {
  show()
  await type('Title of the quiz', 'Exam')
  await tick('Bridge')
  await type('Pass mark, as a percentage of the points', '۵۵')
  await type('Time limit in minutes', '٢٠')
  await type('Attempts', '２')
  expect(madeLink()).toMatchObject({ passMark: 0.55, minutes: 20, tries: 2 })
})

test('picked items are asked in course order, whatever the order of picking', async () => {
  show()
  await type('Title of the quiz', 'Picked')
  await choose('picked one by one')
  await tick(/Who answers DNS/)
  await tick(/Which stage is shipped/)
  await tick(/Which network is bridge/)
  await tick(/Who answers DNS/)
  expect(madeLink().selection).toEqual({
    kind: 'items',
    items: ['images.multi-stage.q-single', 'networking.bridge.q-one'],
  })
})

test('a draw without matching items makes no link', async () => {
  show()
  await type('Title of the quiz', 'Empty')
  await tick('Images')
  await choose('Manager')
  expect(screen.getByText(/No item matches all of this/)).toBeInTheDocument()
  expect(screen.queryByRole('textbox', { name: 'Link to send' })).not.toBeInTheDocument()
})

test('a different seed makes a different link', async () => {
  show()
  await type('Title of the quiz', 'Seeds')
  await tick('Images')
  await type('Seed', 'one')
  const before = linkBox().value
  await press('Draw again')
  expect(linkBox()).not.toHaveValue(before)
})

test('markup in a title is text in the link, on the page and in print', async () => {
  const { container } = show()
  await type('Title of the quiz', '<img src=x onerror=alert(1)>')
  await tick('Images')
  await press(/Printable quiz and key/)
  expect(
    await screen.findByRole('heading', { name: 'Key: <img src=x onerror=alert(1)>' }),
  ).toBeInTheDocument()
  expect(madeLink().title).toBe('<img src=x onerror=alert(1)>')
  expect(container.querySelector('img')).not.toBeInTheDocument()
})

test('the printed quiz has every item with an answer area, and a key with explanations', async () => {
  show()
  await type('Title of the quiz', 'On paper')
  await tick('Images')
  await press(/Printable quiz and key/)
  const [sheet, key] = await screen.findAllByRole('article')
  for (const { stem } of itemsOfEveryKind()) {
    expect(within(sheet!).getByText(stem)).toBeInTheDocument()
    expect(within(key!).getByText(stem)).toBeInTheDocument()
  }
  expect(within(sheet!).queryByText(/Why b\./)).not.toBeInTheDocument()
  expect(within(key!).getAllByText('Right').length).toBeGreaterThanOrEqual(6)
  await press('Close the printable quiz')
  expect(screen.queryByRole('article')).not.toBeInTheDocument()
})
