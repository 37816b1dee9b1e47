// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { emptyProgress } from '#domain/progress/progress.ts'
import type { Item } from '#domain/quiz/item.ts'
import { QuickCheck } from '#features/quiz/quick-check.tsx'
import { progressStore } from '#store/progress.ts'
import { itemsOfEveryKind, multiItem, shortItem, singleItem } from '#tests/support/factories.ts'

beforeEach(() => {
  localStorage.clear()
  progressStore.setState(emptyProgress, true)
})

const page = (items: Item[] = [singleItem(), multiItem()]) => (
  <MemoryRouter>
    <QuickCheck items={items} />
  </MemoryRouter>
)

test('each item is checked separately and recorded', async () => {
  render(page())
  const [first, second] = screen
    .getAllByRole('listitem')
    .filter((item) => within(item).queryByRole('group', { name: 'How sure are you?' }))
  await userEvent.click(within(second!).getByRole('checkbox', { name: /Text of a/ }))
  await userEvent.click(within(second!).getByRole('button', { name: 'Fairly sure' }))
  expect(within(second!).getByRole('heading', { name: 'Partly right: 0.5 of 1' })).toHaveFocus()
  expect(within(first!).queryByRole('heading')).not.toBeInTheDocument()
  expect(progressStore.getState().answers).toMatchObject([
    { item: multiItem().id, response: ['a'], score: 0.5, confidence: 'fairly' },
  ])
})

test('the quick checks of two depths have different names', () => {
  render(
    <MemoryRouter>
      <QuickCheck items={[singleItem()]} depth="beginner" />
      <QuickCheck items={[multiItem()]} depth="practitioner" />
    </MemoryRouter>,
  )
  for (const name of ['Quick check of the beginner depth', 'Quick check of the practitioner depth'])
    expect(screen.getByRole('region', { name })).toBeInTheDocument()
})

test('the link in the feedback leads to the heading on the same page', async () => {
  render(page([singleItem()]))
  await userEvent.click(screen.getByRole('radio', { name: /Text of b/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Sure' }))
  const [link] = screen.getAllByRole('link', { name: 'Read it in the lesson' })
  expect(link).toHaveAttribute('href', '#one-file-two-stages')
})

test('an item can be answered again, and both answers count', async () => {
  render(page([shortItem()]))
  for (const command of ['docker ps', '$ docker run -p 8080:80 --rm nginx']) {
    await userEvent.type(screen.getByRole('textbox'), command)
    await userEvent.click(screen.getByRole('button', { name: 'Guess' }))
    if (command === 'docker ps') await userEvent.click(screen.getByRole('button', { name: 'Answer again' }))
  }
  expect(screen.getByRole('heading', { name: 'Right' })).toBeInTheDocument()
  expect(screen.getByText(/without the prompt/)).toBeInTheDocument()
  expect(progressStore.getState().answers.map((answer) => answer.score)).toEqual([0, 1])
})

test('“Answer again” moves the focus to the question', async () => {
  render(page([singleItem()]))
  await userEvent.click(screen.getByRole('radio', { name: /Text of a/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Sure' }))
  const again = screen.getByRole('button', { name: 'Answer again' })
  again.focus()
  await userEvent.keyboard('{Enter}')
  expect(document.activeElement?.textContent).toBe(singleItem().stem)
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Text of a/ }).checked).toBe(false)
})

test('text typed in a quick check survives a reload, and is deleted once it is checked', async () => {
  const { unmount } = render(page([shortItem()]))
  await userEvent.type(screen.getByRole('textbox'), 'docker ps')
  window.dispatchEvent(new Event('pagehide'))
  unmount()
  render(page([shortItem()]))
  expect(screen.getByRole<HTMLInputElement>('textbox')).toHaveValue('docker ps')
  await userEvent.click(screen.getByRole('button', { name: 'Guess' }))
  await userEvent.click(screen.getByRole('button', { name: 'Answer again' }))
  expect(screen.getByRole<HTMLInputElement>('textbox')).toHaveValue('')
})

test('without JavaScript, the page has stems, options, answers and explanations', () => {
  const html = renderToString(page(itemsOfEveryKind()))
  const shown = document.createElement('div')
  shown.innerHTML = html
  for (const item of itemsOfEveryKind()) expect(shown).toHaveTextContent(item.stem)
  const keys = within(shown).getAllByText('Answer and explanation')
  expect(keys).toHaveLength(itemsOfEveryKind().length)
  expect(keys[0]?.closest('details')).toHaveTextContent(/Wrong: Text of a.*Why a.*Right: Text of b.*Why b/)
})
