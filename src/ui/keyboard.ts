/** The part of a keyboard event that handlers need, from the browser or from React. */
export type KeyPress = {
  key: string
  code: string
  keyCode: number
  shiftKey: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  nativeEvent?: { isComposing: boolean }
  isComposing?: boolean
}

/**
 * A key handler that ignores keys of an input method, such as the Enter that accepts a suggestion for Japanese text.
 * Safari sends it after the composition has ended, with the code 229. Every key handler is wrapped in this, which
 * tests/unit/keys.test.ts checks.
 */
export function ignoringComposition<Event extends KeyPress, Result>(
  handle: (event: Event) => Result,
): (event: Event) => Result | undefined {
  return (event) => {
    const isComposing = event.isComposing ?? event.nativeEvent?.isComposing
    return isComposing || event.keyCode === 229 ? undefined : handle(event)
  }
}

/** Listens for keys anywhere on the page. Returns a function that unsubscribes. */
export function onKeyDown(handle: (event: KeyboardEvent) => void, capture = false): () => void {
  const listener = ignoringComposition(handle)
  document.addEventListener('keydown', listener, { capture })
  return () => document.removeEventListener('keydown', listener, { capture })
}

/**
 * The letter by which a shortcut is named. Keyboards for Cyrillic, Greek, Hebrew or Arabic produce other letters, so
 * there the position of the key decides; Dvorak and AZERTY produce Latin letters, so there the letter decides.
 */
export function keyName({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (key.length > 1 || /[ -~]/.test(key)) return key.toLowerCase()
  if (code === 'Slash') return '/'
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key.toLowerCase()
}

/** The pressed digit, 1 to 9, including on keyboards that need Shift for it, such as AZERTY. */
export function pressedDigit({
  key,
  code,
  shiftKey,
}: Pick<KeyPress, 'key' | 'code' | 'shiftKey'>): number | undefined {
  const digit = /^[1-9]$/.test(key) ? key : shiftKey ? undefined : /^Digit([1-9])$/.exec(code)?.[1]
  return digit === undefined ? undefined : Number(digit)
}

/** Whether a key would be typed into the focused element. For events from a shadow root, `target` is its host. */
export function isTextInput(event: Event): boolean {
  const [target] = event.composedPath()
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !/^(?:button|checkbox|file|radio|range|reset|submit)$/.test(target.type)
  return target.isContentEditable || target.closest('textarea, select, [role="textbox"]') !== null
}
