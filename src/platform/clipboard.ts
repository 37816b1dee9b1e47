import { trimCopiedText } from '#domain/typed/trim-copied-text.ts'

/** Whether the text is on the clipboard now. Browsers refuse without a gesture, permission or https. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(trimCopiedText(text))
    return true
  } catch {
    return false
  }
}

/** Code that is selected by hand is copied like code from a button. Returns how to stop. */
export function trimCopiedCode(): () => void {
  document.addEventListener('copy', copyCode)
  return () => document.removeEventListener('copy', copyCode)
}

function copyCode(event: ClipboardEvent): void {
  const selection = getSelection()
  if (event.defaultPrevented || !event.clipboardData || !selection?.rangeCount) return
  const text = selection.toString()
  if (text.trim() === '' || !isSelectionInCode(selection.getRangeAt(0))) return
  event.clipboardData.setData('text/plain', trimCopiedText(text))
  event.preventDefault()
}

/** A third click on the last line selects on to whatever follows the block: that is still the block alone. */
function isSelectionInCode(range: Range): boolean {
  const start = range.startContainer
  const code = (start instanceof Element ? start : start.parentElement)?.closest('pre')
  if (!code) return false
  const inside = range.cloneRange()
  if (!code.contains(range.endContainer)) inside.setEndAfter(code)
  return inside.toString().trim() === range.toString().trim()
}
