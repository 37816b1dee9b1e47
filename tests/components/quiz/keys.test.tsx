// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { emptyProgress } from '#domain/progress/progress.ts'
import { rulesOf } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import { Question } from '#features/quiz/question.tsx'
import { progressStore } from '#store/progress.ts'
import { setShortcuts } from '#store/settings.ts'
import { shortItem, singleItem } from '#tests/support/factories.ts'

beforeEach(() => progressStore.setState(emptyProgress, true))

function asking(item: Item, response?: string) {
  const onChange = vi.fn()
  const order = rulesOf(item).partIds()
  render(
    <Question
      item={item}
      order={order}
      response={response}
      grade={undefined}
      onChange={onChange}
      onCheck={() => {}}
    />,
  )
  return onChange
}

const b = { key: '2', code: 'Digit2' }

test('a digit selects an option, also on a keyboard layout that needs Shift for it', () => {
  const onChange = asking(singleItem())
  const radio = screen.getByRole('radio', { name: /Text of a/ })
  fireEvent.keyDown(radio, b)
  expect(onChange).toHaveBeenLastCalledWith('b')
  fireEvent.keyDown(radio, { key: '"', code: 'Digit3' })
  expect(onChange).toHaveBeenCalledTimes(2)
})

test.each([
  ['with Ctrl', { ctrlKey: true }],
  ['with Alt', { altKey: true }],
  ['with ⌘', { metaKey: true }],
  ['held down', { repeat: true }],
  ['in a composition', { isComposing: true }],
  ['of an input method', { keyCode: 229 }],
])('a digit %s selects nothing', (_, settings) => {
  const onChange = asking(singleItem())
  fireEvent.keyDown(screen.getByRole('radio', { name: /Text of a/ }), { ...b, ...settings })
  expect(onChange).not.toHaveBeenCalled()
})

test('with single-key shortcuts switched off, digits select nothing, and Enter still continues', () => {
  setShortcuts(false)
  const onChange = asking(singleItem(), 'a')
  fireEvent.keyDown(screen.getByRole('radio', { name: /Text of a/ }), b)
  expect(onChange).not.toHaveBeenCalled()
  fireEvent.keyDown(screen.getByRole('radio', { name: /Text of a/ }), { key: 'Enter', code: 'Enter' })
  expect(screen.getByRole('button', { name: 'Fairly sure' })).toHaveFocus()
})

test("Enter that ends an input method's composition does not check the answer", () => {
  asking(shortItem(), 'docker ps')
  const field = screen.getByRole('textbox')
  field.focus()
  for (const settings of [{ isComposing: true }, { keyCode: 229 }]) {
    fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', ...settings })
    expect(field).toHaveFocus()
  }
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })
  expect(screen.getByRole('button', { name: 'Fairly sure' })).toHaveFocus()
})
