import type { KeyboardEvent } from 'react'

/**
 * Keys of a question, wherever in it the focus is: 1 to 9 pick an option, Enter goes on. Typed text, buttons,
 * links and selects keep their own keys.
 */
export function handleQuizKey(event: KeyboardEvent<HTMLElement>, onEnter: () => void): void {
  const { target, key, currentTarget } = event
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
  if (!(target instanceof HTMLElement) || target.closest('button, a, summary, select, textarea')) return
  if (key === 'Enter') {
    event.preventDefault()
    onEnter()
    return
  }
  const isTyping = target instanceof HTMLInputElement && target.type === 'text'
  if (isTyping || !/^[1-9]$/.test(key)) return
  const choices = currentTarget.querySelectorAll<HTMLInputElement>(
    'input:is([type="radio"], [type="checkbox"])',
  )
  const choice = choices[Number(key) - 1]
  if (!choice || choice.matches(':disabled')) return
  event.preventDefault()
  choice.focus()
  choice.click()
}
