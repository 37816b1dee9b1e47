import { trimCopiedText } from '#domain/typed/trim-copied-text.ts'

/** Resolves to whether the text was copied. Browsers refuse without a gesture, permission or HTTPS. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(trimCopiedText(text))
    return true
  } catch {
    return false
  }
}

/** Trims code that is selected and copied by hand, as the copy button does. Returns a function that unsubscribes. */
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

/** A triple click extends the selection beyond the block, and a drag may start before it: both still count as inside. */
function isSelectionInCode(range: Range): boolean {
  return [...document.querySelectorAll('pre')].some((code) => {
    if (!range.intersectsNode(code)) return false
    const inside = range.cloneRange()
    if (!code.contains(range.startContainer)) inside.setStartBefore(code)
    if (!code.contains(range.endContainer)) inside.setEndAfter(code)
    return inside.toString().trim() === range.toString().trim()
  })
}
