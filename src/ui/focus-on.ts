/** Focuses any element, such as a heading, so that reading and Tab continue from there. */
export function focusOn(place: HTMLElement): void {
  place.focus({ preventScroll: true })
  if (document.activeElement === place) return
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}

/** The element that a fragment points at. Fragments are untrusted input; invalid encoding finds nothing. */
export function placeAt(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null
  }
}
