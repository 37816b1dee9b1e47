import type { KeyboardEvent } from 'react'
import { ignoringComposition, isTextInput, pressedDigit } from '#ui/keyboard.ts'

/**
 * Keyboard shortcuts of a question: 1 to 9 pick an option, or the line with that number in order to move it
 * (`data-line`), unless single-key shortcuts are off; Enter continues. Text fields, links and selects keep their own
 * keys, and buttons keep Enter.
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
