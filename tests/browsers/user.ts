import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from '@playwright/test'
import { isHydrated } from '#tests/support/is-hydrated.ts'
import type { Driver, NamedKey } from './driver.ts'

/** Runs inside the page, so that every browser finds elements by role and name in the same way. */
const testingLibrary = readFileSync(
  createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
)

type Role =
  | 'button'
  | 'link'
  | 'heading'
  | 'radio'
  | 'checkbox'
  | 'textbox'
  | 'searchbox'
  | 'combobox'
  | 'cell'

/** Uses the course as a person does: clicks elements by name, types, and reads what is displayed. */
export class User {
  readonly #driver: Driver
  readonly #site: string

  constructor(driver: Driver, site: string) {
    this.#driver = driver
    this.#site = site.replace(/\/$/, '')
  }

  async open(path: string): Promise<void> {
    await this.#driver.open(path.startsWith('http') ? path : this.#site + path)
    await this.#untilReady()
  }

  async reload(): Promise<void> {
    await this.#driver.reload()
    await this.#untilReady()
  }

  async back(): Promise<void> {
    await this.#driver.back()
  }

  /** Clicks the first element of this role whose name starts with these words. */
  async press(role: Role, name: string): Promise<void> {
    const selector = await this.#find(role, name)
    await this.#untilStill(selector)
    await this.#driver.click(selector)
  }

  async typeInto(role: Role, name: string, text: string): Promise<void> {
    await this.press(role, name)
    await this.#driver.type(text)
  }

  async key(key: NamedKey): Promise<void> {
    await this.#driver.press(key)
  }

  async type(text: string): Promise<void> {
    await this.#driver.type(text)
  }

  /** Selects an option by script, because a native list opens outside the page, where drivers cannot click. */
  async choose(name: string, option: string): Promise<void> {
    const selector = await this.#find('combobox', name)
    await this.#driver.evaluate(`(() => {
      const list = document.querySelector(${JSON.stringify(selector)})
      const chosen = [...list.options].find(({ text }) => text === ${JSON.stringify(option)})
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(list, chosen.value)
      list.dispatchEvent(new Event('input', { bubbles: true }))
      list.dispatchEvent(new Event('change', { bubbles: true }))
    })()`)
  }

  async seesHeading(name: string): Promise<void> {
    await this.#find('heading', name)
  }

  async seesButton(name: string): Promise<void> {
    await this.#find('button', name)
  }

  /** Waits until the text is visible on the page. */
  async sees(text: string): Promise<void> {
    await expect
      .poll(() => this.text(), { message: `the page shows “${text}”`, timeout: 20_000 })
      .toContain(text)
  }

  /** The visible text, with whitespace collapsed. */
  async text(): Promise<string> {
    return String(await this.#driver.evaluate('document.body.innerText')).replace(/\s+/g, ' ')
  }

  async path(): Promise<string> {
    return String(await this.#driver.evaluate('location.pathname'))
  }

  async valueOf(role: Role, name: string): Promise<string> {
    const selector = await this.#find(role, name)
    return String(await this.#driver.evaluate(`document.querySelector(${JSON.stringify(selector)}).value`))
  }

  async evaluate(expression: string): Promise<unknown> {
    return this.#driver.evaluate(expression)
  }

  errors(): string[] {
    return this.#driver.errors()
  }

  /** Waits for the element and returns a selector for it. Injects the library into the page when it is first needed. */
  async #find(role: Role, name: string): Promise<string> {
    const call = `(() => {
      const found = globalThis.TestingLibraryDom.queryAllByRole(document.body, ${JSON.stringify(role)}, {
        name: (own) => own.replace(/\\s+/g, ' ').trim().startsWith(${JSON.stringify(name)}),
      }).find((element) => element.checkVisibility())
      if (!found) return null
      found.scrollIntoView({ block: 'center' })
      found.dataset.found ??= String(document.querySelectorAll('[data-found]').length + 1)
      return '[data-found="' + found.dataset.found + '"]'
    })()`
    let selector: unknown
    const look = async () => {
      const isThere = await this.#driver.evaluate("typeof globalThis.TestingLibraryDom !== 'undefined'")
      if (!isThere) await this.#driver.evaluate(`(() => { ${testingLibrary} })()`)
      selector = await this.#driver.evaluate(call)
      return selector
    }
    await expect
      .poll(look, { message: `the page has the ${role} “${name}”`, timeout: 20_000 })
      .toEqual(expect.any(String))
    return String(selector)
  }

  /** A driver locates the element and clicks a moment later, so the element must not move in between. */
  async #untilStill(selector: string): Promise<void> {
    const place = `(() => {
      const found = document.querySelector(${JSON.stringify(selector)})
      found.scrollIntoView({ block: 'center' })
      const { x, y } = found.getBoundingClientRect()
      return [x, y].join()
    })()`
    let before: unknown
    const isStill = async () => {
      const now = await this.#driver.evaluate(place)
      const isSame = now === before
      before = now
      return isSame
    }
    await expect.poll(isStill, { message: `${selector} stays in its place`, timeout: 20_000 }).toBe(true)
  }

  /** A page ignores clicks until it is hydrated, and a test is faster than any reader. */
  async #untilReady(): Promise<void> {
    const isReady = `!document.querySelector('header, main') || (${isHydrated})('header, main')`
    await expect.poll(() => this.#driver.evaluate(isReady), { timeout: 20_000 }).toBe(true)
  }
}
