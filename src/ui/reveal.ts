/** The event that opens a closed depth when something inside it is to be shown. */
export const revealed = 'revealed'

/** Opens what contains the element. */
export function reveal(element: Element): void {
  element.dispatchEvent(new Event(revealed, { bubbles: true }))
}
