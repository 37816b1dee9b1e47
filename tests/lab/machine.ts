import type { Page } from '@playwright/test'
import { expect } from '#tests/support/test.ts'

/** Opens a lab, starts its machine and waits for the prompt. */
export async function startLab(page: Page, address = '/labs/sandbox'): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Start the machine' }).click()
  await untilPrompt(page)
}

export async function untilPrompt(page: Page): Promise<void> {
  await expect(screen(page)).toContainText('@lab:', { timeout: 300_000 })
}

/** The text on the terminal. */
export function screen(page: Page) {
  return page.locator('.xterm-rows')
}

/** The engine panel. */
export function engine(page: Page) {
  return page.getByRole('region', { name: 'Engine state' })
}

/** The text field that takes what is typed into the terminal. */
export function terminal(page: Page) {
  return page.getByRole('textbox', { name: /^Terminal/ })
}

export async function type(page: Page, line: string): Promise<void> {
  await terminal(page).focus()
  await page.keyboard.type(`${line}\n`)
}
