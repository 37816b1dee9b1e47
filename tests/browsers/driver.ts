/** The browser operations that the journeys need. Each driver implements them in its browser’s protocol. */
export type Driver = {
  open(address: string): Promise<void>
  reload(): Promise<void>
  back(): Promise<void>
  /** Evaluates an expression in the page; its result, or that of its promise, is returned as JSON. */
  evaluate(expression: string): Promise<unknown>
  /** Clicks the first element that the selector finds, with a real pointer. */
  click(selector: string): Promise<void>
  /** Types text into the focused element. */
  type(text: string): Promise<void>
  press(key: NamedKey): Promise<void>
  /** Errors that the page reported, as far as the protocol exposes them. */
  errors(): string[]
  close(): Promise<void>
}

export type NamedKey = 'Enter' | 'Escape'

export type LaunchOptions = {
  /** Whether the browser blocks all cookies and site data. */
  isStorageForbidden: boolean
}
