/** The focus goes to a place that was asked for, such as a heading: reading and Tab go on from there. */
export function focusOn(place: HTMLElement): void {
  place.focus({ preventScroll: true })
  if (document.activeElement === place) return
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}

/** What an address points at. A stranger can put anything behind the #; what is no valid text names nothing. */
export function placeAt(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null
  }
}
