// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { gradeItem, rulesOf } from '#domain/quiz/grading.ts'
import type { Item } from '#domain/quiz/item.ts'
import type { ItemResponse } from '#domain/quiz/item-schema.ts'
import { ItemView } from '#features/quiz/item-view.tsx'
import { correctResponse } from '#tests/support/correct-response.ts'
import {
  itemsOfEveryKind,
  lineItem,
  matchItem,
  multiItem,
  orderItem,
  shortItem,
  singleItem,
  traceItem,
} from '#tests/support/factories.ts'

/** An item whose response is component state, as in a quiz. */
function Answering({ item, first, last }: { item: Item; first?: ItemResponse | undefined; last: Last }) {
  const [response, setResponse] = useState(first)
  const onChange = (next: ItemResponse) => {
    last.response = next
    setResponse(next)
  }
  const order = rulesOf(item).partIds()
  return <ItemView item={item} response={response} onChange={onChange} grade={undefined} order={order} />
}
type Last = { response?: ItemResponse }

/** Renders an item. `last` has the latest response. */
function answering(item: Item, first?: ItemResponse) {
  const last: Last = {}
  render(<Answering item={item} first={first} last={last} />)
  return { last, user: userEvent.setup() }
}

function graded(item: Item, response: ItemResponse) {
  render(
    <ItemView
      item={item}
      response={response}
      onChange={() => undefined}
      grade={gradeItem(item, response)}
      order={rulesOf(item).partIds()}
    />,
  )
}

test('a single item is a group of radio buttons', async () => {
  const { last, user } = answering(singleItem())
  const group = screen.getByRole('group', { name: 'Pick one' })
  await user.click(within(group).getByRole('radio', { name: /Text of b/ }))
  expect(last.response).toBe('b')
  await user.keyboard('{ArrowDown}')
  expect(last.response).toBe('c')
})

test('a graded single item shows an explanation at every option', () => {
  graded(singleItem(), 'a')
  for (const why of ['Why a.', 'Why b.', 'Why c.']) expect(screen.getByText(why)).toBeInTheDocument()
  expect(
    screen.getByRole('radio', { name: /Text of a/, description: /Not right.*Why a/ }),
  ).toBeInTheDocument()
  expect(
    screen.getByRole('radio', { name: /Text of b/, description: /The right answer/ }),
  ).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: /Text of a/ }).matches(':disabled')).toBe(true)
})

test('a trace item shows outputs verbatim, and says where the right one was recorded', () => {
  const output = 'Error response from daemon: No such container: web\nexit code 1'
  const options = [
    { id: 'a', text: 'web 1.0', why: 'It is gone.' },
    { id: 'b', text: output, right: true as const, why: 'It is gone.' },
    { id: 'c', text: 'exit code 0', why: 'It is gone.' },
  ]
  graded(traceItem({ options }), 'a')
  const printed = screen.getByText(
    (_, element) => element?.tagName === 'SAMP' && element.textContent === output,
  )
  expect(printed).toHaveAttribute('translate', 'no')
  expect(screen.getByRole('radio', { description: /What it really printed/ })).not.toBeChecked()
  expect(screen.getByText(/Recorded on Docker Engine/)).toBeInTheDocument()
})

test('an option of a multi item can be deselected', async () => {
  const { last, user } = answering(multiItem())
  await user.click(screen.getByRole('checkbox', { name: /Text of c/ }))
  await user.click(screen.getByRole('checkbox', { name: /Text of a/ }))
  expect(last.response).toEqual(['c', 'a'])
  await user.click(screen.getByRole('checkbox', { name: /Text of c/ }))
  expect(last.response).toEqual(['a'])
})

test('a multi item gives feedback on selected and unselected options', () => {
  graded(multiItem(), ['a', 'b'])
  const described = (name: RegExp, description: RegExp) =>
    expect(screen.getByRole('checkbox', { name, description })).toBeInTheDocument()
  described(/Text of a/, /Correctly selected/)
  described(/Text of b/, /does not apply/)
  described(/Text of c/, /This one applies too/)
  described(/Text of d/, /Correctly left blank/)
})

test('a short item accepts typed text, and shows the accepted forms once it is graded', async () => {
  const { last, user } = answering(shortItem())
  await user.type(screen.getByRole('textbox', { name: 'Your command' }), 'docker ps')
  expect(last.response).toBe('docker ps')
})

test('a short item says when a pasted text is cut off', async () => {
  const { last, user } = answering(shortItem())
  await user.type(screen.getByRole('textbox'), 'docker ps')
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  await user.paste('x'.repeat(400))
  expect(last.response).toHaveLength(300)
  expect(screen.getByRole('status')).toHaveTextContent('An answer can have 300 characters.')
})

const textbox = () => screen.getByRole<HTMLInputElement>('textbox')

test('a graded short item shows the answer and keeps what was typed', () => {
  graded(shortItem({ accept: ['docker ps', 'docker container ls'] }), 'docker images')
  expect(textbox()).toHaveValue('docker images')
  expect(textbox().readOnly).toBe(true)
  expect(screen.getByText('docker ps')).toBeInTheDocument()
  expect(screen.getByText('docker container ls')).toBeInTheDocument()
})

const yourOrder = () =>
  within(screen.getByRole('list', { name: 'Your order' }))
    .getAllByRole('listitem')
    .map((line) => /Text of \w/.exec(line.textContent ?? '')?.[0].at(-1))

test('lines move by buttons, which keep the focus', async () => {
  const { last, user } = answering(orderItem({ distractors: [] }))
  const down = screen.getByRole('button', { name: 'Move down: Text of a' })
  await user.click(down)
  expect(last.response).toEqual(['b', 'a', 'c', 'd'])
  expect(yourOrder()).toEqual(['b', 'a', 'c', 'd'])
  expect(screen.getByRole('button', { name: 'Move down: Text of a' })).toHaveFocus()
  expect(screen.getByRole('status')).toHaveTextContent(/^Text of a: line 2 of 4$/)
})

test('a focused line moves by arrow keys and keeps the focus', async () => {
  const { last, user } = answering(orderItem({ distractors: [] }))
  const line = () => screen.getAllByRole('listitem').find((each) => each.textContent?.includes('Text of a'))
  line()?.focus()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(last.response).toEqual(['b', 'c', 'a', 'd'])
  expect(line()).toHaveFocus()
})

test('lines move by arrow keys and stop at the ends', async () => {
  const { user } = answering(orderItem({ distractors: [] }))
  screen.getByRole('button', { name: 'Move up: Text of d' }).focus()
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(yourOrder()).toEqual(['a', 'd', 'b', 'c'])
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
  expect(yourOrder()).toEqual(['d', 'a', 'b', 'c'])
  expect(screen.getByRole('button', { name: 'Move up: Text of d' })).toHaveFocus()
})

test('a line can be marked unused and used again by keyboard', async () => {
  const { last, user } = answering(orderItem())
  screen.getByRole('button', { name: 'Set aside: Text of x' }).focus()
  await user.keyboard('{Enter}')
  expect(last.response).toEqual(['a', 'b', 'c', 'd'])
  expect(within(screen.getByRole('list', { name: 'Set aside' })).getByText('Text of x')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Use: Text of x' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(last.response).toEqual(['a', 'b', 'c', 'd', 'x'])
})

test('without distractors no line can be marked unused', () => {
  answering(orderItem({ distractors: [] }))
  expect(screen.queryByRole('button', { name: /Set aside/ })).not.toBeInTheDocument()
})

test('a graded order item shows the learner’s order, the right one and every explanation', () => {
  graded(orderItem(), ['b', 'a', 'c', 'x'])
  const list = (name: string) => screen.getByRole('list', { name })
  expect(within(list('Your order')).getAllByText('not in place')).toHaveLength(2)
  expect(list('The right order')).toHaveTextContent(/Out of place.*In place.*In place.*Set aside, but needed/)
  expect(list('Lines that do not belong')).toHaveTextContent(/Does not belong.*Why x/)
})

test('a line item is a file with a radio button at each line', async () => {
  const { last, user } = answering(lineItem())
  await user.click(screen.getByRole('radio', { name: /FROM scratch/ }))
  expect(last.response).toBe('two')
  expect(screen.getByRole('group', { name: 'Pick one line of Dockerfile' })).toBeInTheDocument()
})

test('a graded line item names the selected and the right line first', () => {
  graded(lineItem(), 'one')
  expect(screen.getByText('That starts the first.')).toBeInTheDocument()
  expect(screen.getByText('Each FROM starts a stage.')).toBeInTheDocument()
  expect(screen.getByText('That copies between stages.').closest('details')).toBeInTheDocument()
})

test('a match item is a table with a select in each row', async () => {
  const { last, user } = answering(matchItem())
  const row = screen.getByRole('row', { name: /Term b/ })
  await user.selectOptions(within(row).getByRole('combobox', { name: 'Definition of Term b' }), 'c')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Definition of Term a' }), 'extra')
  expect(last.response).toEqual({ b: 'c', a: 'extra' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Definition of Term b' }), '')
  expect(last.response).toEqual({ a: 'extra' })
})

test('a graded match shows the chosen and the right definition in each row', () => {
  graded(matchItem(), { a: 'a', b: 'c', c: 'extra' })
  expect(screen.getByRole('row', { name: /Term a/ })).toHaveTextContent(/You chose: A: Definition a.*Right\./)
  expect(screen.getByRole('row', { name: /Term b/ })).toHaveTextContent(
    /You chose: C: Definition c.*The answer: B: Definition b.*Not right/,
  )
  expect(screen.getByText('It fits none.')).toBeInTheDocument()
})

test.each(itemsOfEveryKind())('$kind: a response that no longer fits is shown as none', (item) => {
  answering(item, { gone: 'gone' })
  expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
  expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([])
})

test.each(itemsOfEveryKind())('$kind: nothing can be changed once it is graded', (item) => {
  graded(item, correctResponse(item))
  expect(screen.queryAllByRole('button')).toEqual([])
  expect(screen.queryAllByRole('combobox')).toEqual([])
  for (const input of [...screen.queryAllByRole('radio'), ...screen.queryAllByRole('checkbox')]) {
    expect(input.matches(':disabled')).toBe(true)
  }
})
