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
 * A handler of keys that leaves those alone that belong to an input method: the Enter that takes a suggestion for
 * Japanese text, say. Safari sends it after the composition has ended, with the code 229. Every handler of keys is
 * made with this, which tests/unit/keys.test.ts checks.
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
 * The key by the letter that a shortcut is named after. A keyboard for Cyrillic, Greek, Hebrew or Arabic gives
 * letters of its own, so there the place of the key decides; Dvorak and AZERTY give Latin letters, so the letter does.
 */
export function keyName({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (key.length > 1 || /[ -~]/.test(key)) return key.toLowerCase()
  if (code === 'Slash') return '/'
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key.toLowerCase()
}

/** The digit of 1 to 9 that was pressed, also where a keyboard gives it only with Shift, as AZERTY does. */
export function pressedDigit({
  key,
  code,
  shiftKey,
}: Pick<KeyPress, 'key' | 'code' | 'shiftKey'>): number | undefined {
  const digit = /^[1-9]$/.test(key) ? key : shiftKey ? undefined : /^Digit([1-9])$/.exec(code)?.[1]
  return digit === undefined ? undefined : Number(digit)
}

/** Whether the key is text where the focus is. Outside of a shadow root the target is the root's element. */
export function isTextInput(event: Event): boolean {
  const [target] = event.composedPath()
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !/^(?:button|checkbox|file|radio|range|reset|submit)$/.test(target.type)
  return target.isContentEditable || target.closest('textarea, select, [role="textbox"]') !== null
}
