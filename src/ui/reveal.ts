/** The event that opens a closed depth when something inside it is to be shown. */
export const revealEvent = 'revealed'

/** Opens what contains the element. */
export function reveal(element: Element): void {
  element.dispatchEvent(new Event(revealEvent, { bubbles: true }))
}
