import { expect, type Locator, type Page } from '@playwright/test'
import type { Item } from '#domain/quiz/item.ts'

/** Presses Tab until the element has the focus. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  for (let steps = 0; steps < most; steps++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${target} was not reached with ${most} presses of Tab`)
}

/** Answers an item by keyboard alone, and leaves the focus on the middle confidence button. */
export async function answerByKeys(page: Page, place: Locator, item: Item): Promise<void> {
  const { keyboard } = page
  const middle = place.getByRole('button', { name: 'Fairly sure' })
  switch (item.kind) {
    case 'single':
    case 'multi':
    case 'trace':
    case 'line': {
      const choice = place.getByRole(item.kind === 'multi' ? 'checkbox' : 'radio').nth(1)
      await keyboard.press('2')
      await expect(choice).toBeChecked()
      await expect(choice).toBeFocused()
      await keyboard.press('Enter')
      break
    }
    case 'short': {
      await tabTo(page, place.getByRole('textbox'), 5)
      await keyboard.type('docker 1')
      await keyboard.press('Enter')
      break
    }
    case 'match': {
      for (const select of await place.getByRole('combobox').all()) {
        await tabTo(page, select, 5)
        await keyboard.press('ArrowDown')
        await expect(select).not.toHaveValue('')
      }
      await tabTo(page, middle, 5)
      break
    }
    case 'order': {
      // The digit focuses a line and the arrow key moves it; Enter then continues, as it does from an option.
      const lines = place.getByRole('list', { name: 'Your order' }).getByRole('listitem')
      const name = await lines
        .nth(1)
        .getByRole('button', { name: /^Move up/ })
        .textContent()
      await keyboard.press('2')
      await expect(lines.nth(1)).toBeFocused()
      await keyboard.press('ArrowUp')
      await expect(lines.first()).toBeFocused()
      await expect(lines.first()).toContainText(name ?? '')
      await keyboard.press('Enter')
      break
    }
    default:
      item satisfies never
  }
  await expect(middle).toBeFocused()
}
