// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { resultWith } from '#tests/unit/quiz-link/arbitraries.ts'
import { clearStorage, read, show, title } from './open-instructor-page.tsx'

beforeEach(clearStorage)

/** Presses every button on the page once. */
test('no button loses the focus', async () => {
  const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
  const prepare = async () => {
    localStorage.clear()
    sessionStorage.clear()
    show()
    fireEvent.change(title(), { target: { value: 'A' } })
    click('Start another quiz')
    fireEvent.change(title(), { target: { value: 'B' } })
    fireEvent.click(screen.getByRole('checkbox', { name: 'Bridge' }))
    click(/Printable quiz and key/)
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
    // After a button that changed others, start again with a new page.
    if (texts().join() !== before.join()) {
      cleanup()
      await prepare()
    }
    // If the button asks a question, press the first answer as well.
    for (const button of [() => buttons()[index], nextAnswer]) {
      const pressed = button()
      if (!pressed) break
      pressed.focus()
      fireEvent.click(pressed)
      await act(async () => undefined)
      expect(document.body, `after ${pressed.textContent}`).not.toHaveFocus()
    }
  }
})

function nextAnswer(): HTMLElement | undefined {
  return screen.queryAllByRole('button', {
    name: /^(Discard it|Delete them|Delete all of them)$/,
    hidden: true,
  })[0]
}
