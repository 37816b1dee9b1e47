/** Focuses any element, such as a heading, so that reading and Tab continue from there. */
export function focusOn(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  if (document.activeElement === element) return
  element.tabIndex = -1
  element.focus({ preventScroll: true })
}

/** The element that a fragment refers to. Fragments are untrusted input; an invalid encoding finds nothing. */
export function elementForHash(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null
  }
}
