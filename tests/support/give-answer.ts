import { expect, type Locator } from '@playwright/test'
import type { Item } from '#domain/quiz/item.ts'
import type { OrderItem } from '#domain/quiz/kinds/order.ts'
import { plain } from './content.ts'

/** The item that the page currently shows. */
export async function itemShown(place: Locator, items: Item[]): Promise<Item> {
  const text = plain((await place.textContent()) ?? '')
  const shown = items.filter(({ stem }) => text.includes(plain(stem)))
  const [item, ...others] = shown
  if (!item || others.length > 0)
    throw new Error(`expected one known item on the page, found ${shown.length}`)
  return item
}

/** Answers an item as a learner does, correctly or not, without checking the answer. */
export async function giveAnswer(place: Locator, item: Item, isRight: boolean): Promise<void> {
  switch (item.kind) {
    case 'single': {
      const option = item.options.find(({ right }) => (right ?? false) === isRight)
      await place.getByRole('radio', { name: plain(option?.text ?? ''), exact: true }).check()
      return
    }
    case 'multi': {
      for (const { text, right } of item.options) {
        if (right === isRight) await place.getByRole('checkbox', { name: plain(text), exact: true }).check()
      }
      return
    }
    case 'trace': {
      const option = item.options.find(({ right }) => (right ?? false) === isRight)
      await place.locator(`input[value="${option?.id}"]`).check()
      return
    }
    case 'line': {
      const index = item.lines.findIndex(({ right }) => (right ?? false) === isRight)
      await place.getByRole('radio').nth(index).check()
      return
    }
    case 'short': {
      const answer = isRight ? item.accept[0] : 'something else altogether'
      await place.getByRole('textbox', { name: /^Your (answer|command)$/ }).fill(answer ?? '')
      return
    }
    case 'match': {
      // A wrong answer gives each term the definition of the next one.
      const definitions = isRight ? item.pairs : [...item.pairs.slice(1), ...item.pairs.slice(0, 1)]
      for (const [index, { term }] of item.pairs.entries()) {
        const select = place.getByRole('combobox', { name: `Definition of ${plain(term)}`, exact: true })
        await select.selectOption(definitions[index]?.id ?? '')
      }
      return
    }
    case 'order':
      return putInOrder(place, item, isRight ? item.lines : item.lines.toReversed())
    default:
      return item satisfies never
  }
}

/** Checks the answer by choosing a confidence, and waits until the outcome has the focus. */
export async function check(place: Locator, confidence: 'Guess' | 'Fairly sure' | 'Sure'): Promise<string> {
  await place.getByRole('button', { name: confidence, exact: true }).click()
  const outcome = place.getByRole('heading', { level: 3, name: /^(Right|Partly right|Not right)/ })
  await expect(outcome).toBeFocused()
  return (await outcome.textContent()) ?? ''
}

/** Marks the distractors as unused, then moves each line up to its position. */
async function putInOrder(place: Locator, item: OrderItem, lines: OrderItem['lines']): Promise<void> {
  for (const { text } of item.distractors ?? []) {
    await place.getByRole('button', { name: `Set aside: ${plain(text)}`, exact: true }).click()
  }
  const rows = place.getByRole('list', { name: 'Your order' }).getByRole('listitem')
  for (const [index, { text }] of lines.entries()) {
    const shown = (await rows.allInnerTexts()).map(plain)
    const at = shown.findIndex((row) => row.includes(plain(text)))
    for (let moves = at - index; moves > 0; moves--) {
      await rows
        .nth(index + moves)
        .getByRole('button', { name: 'Move up' })
        .press('Enter')
    }
  }
}
