import type { KeyboardEvent } from 'react'

/**
 * Keys of a question, wherever in it the focus is: 1 to 9 pick an option, or take the line of that number to move
 * it (`data-line`); Enter goes on. Typed text, links and selects keep their own keys, and buttons their Enter.
 */
export function handleQuizKey(event: KeyboardEvent<HTMLElement>, onEnter: () => void): void {
  const { target, key, currentTarget } = event
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
  if (!(target instanceof HTMLElement) || target.closest('a, summary, select, textarea')) return
  if (key === 'Enter') {
    if (target.closest('button')) return
    event.preventDefault()
    onEnter()
    return
  }
  const isTyping = target instanceof HTMLInputElement && target.type === 'text'
  if (isTyping || !/^[1-9]$/.test(key)) return
  const choices = currentTarget.querySelectorAll<HTMLElement>(
    'input:is([type="radio"], [type="checkbox"]), [data-line]',
  )
  const choice = choices[Number(key) - 1]
  if (!choice || choice.matches(':disabled')) return
  event.preventDefault()
  choice.focus()
  if (choice instanceof HTMLInputElement) choice.click()
}
