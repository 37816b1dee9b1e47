/** What the journeys need from a browser; each driver implements it with its own protocol. */
export type Driver = {
  open(address: string): Promise<void>
  reload(): Promise<void>
  back(): Promise<void>
  /** Runs an expression in the page; what it promises comes back as JSON does. */
  evaluate(expression: string): Promise<unknown>
  /** A real press of the pointer on the first element that the selector finds. */
  click(selector: string): Promise<void>
  /** Types text into what has the focus. */
  type(text: string): Promise<void>
  press(key: NamedKey): Promise<void>
  /** Errors that the page reported, as far as the protocol exposes them. */
  errors(): string[]
  close(): Promise<void>
}

export type NamedKey = 'Enter' | 'Escape'

export type LaunchOptions = {
  /** As a reader has it who blocks all cookies and site data. */
  isStorageForbidden: boolean
}
