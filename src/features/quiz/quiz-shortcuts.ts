import type { KeyboardEvent } from 'react'
import { ignoringComposition, isTextInput, pressedDigit } from '#ui/keyboard.ts'

/**
 * Keys of a question, wherever in it the focus is: 1 to 9 pick an option, or take the line of that number to move
 * it (`data-line`), unless the reader has switched single keys off; Enter goes on. Typed text, links and selects keep
 * their own keys, and buttons their Enter.
 */
export function createQuizKeyHandler(hasDigits: () => boolean, onEnter: () => void) {
  return ignoringComposition((event: KeyboardEvent<HTMLElement>) => {
    const { target, key } = event
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
    if (!(target instanceof HTMLElement) || target.closest('a, summary, select, textarea')) return
    if (key === 'Enter') {
      if (event.shiftKey || target.closest('button')) return
      event.preventDefault()
      onEnter()
      return
    }
    const digit = pressedDigit(event)
    if (digit !== undefined && !isTextInput(event.nativeEvent) && hasDigits()) selectNthOption(digit, event)
  })
}

function selectNthOption(digit: number, event: KeyboardEvent<HTMLElement>): void {
  const choices = event.currentTarget.querySelectorAll<HTMLElement>(
    'input:is([type="radio"], [type="checkbox"]), [data-line]',
  )
  const choice = choices[digit - 1]
  if (!choice || choice.matches(':disabled')) return
  event.preventDefault()
  choice.focus()
  if (choice instanceof HTMLInputElement) choice.click()
}
