import { type FocusedElement, toFocusedElement } from './focused-element.ts'

/**
 * A button that removes, hides or disables itself loses the focus: a screen reader falls silent, and Tab starts at the
 * top of the page. This moves the focus to the nearest control instead, unless a component has already moved it. It
 * runs until the page is unloaded. `first` is the element that had the focus when this code was requested.
 */
export function restoreLostFocus(first: FocusedElement | undefined): void {
  let last = first
  const moveFocus = (records: MutationRecord[]) => {
    if (!last || !isLost(last.element)) return
    // After a navigation, the focus goes to the start of the new page.
    const next = last.pathname === location.pathname && findNextFocus(last.element, last.ancestors, records)
    last = undefined
    if (next) next.focus({ preventScroll: true })
  }
  moveFocus([])
  const observer = new MutationObserver(moveFocus)
  const watched = { subtree: true, childList: true, attributeFilter: ['disabled', 'hidden', 'inert'] }
  observer.observe(document.body, watched)
  document.addEventListener('focusin', ({ target }) => {
    last = toFocusedElement(target)
  })
  // Clicking on something that takes no focus removes the focus on purpose.
  document.addEventListener('pointerdown', () => {
    last = undefined
  })
}

/** Some browsers remove the focus from a hidden or disabled element only at their next frame. */
function isLost(element: Element): boolean {
  const { activeElement } = document
  const isOff = !element.isConnected || element.matches(':disabled, [hidden], [hidden] *, [inert] *')
  return isOff && (activeElement === element || activeElement === document.body)
}

function findNextFocus(
  lostElement: Element,
  ancestors: Element[],
  records: MutationRecord[],
): HTMLElement | undefined {
  const container = ancestors.find((element) => element.isConnected && element.checkVisibility())
  if (!container) return undefined
  const controls = controlsIn(container)
  const added = records.flatMap(({ addedNodes }) => [...addedNodes])
  const replacing = controls.find((control) => added.some((node) => node.contains(control)))
  if (replacing) return replacing
  const next = lostElement.isConnected ? lostElement : siblingAfter(lostElement, ancestors, records)
  const isBeforeNext = (control: Element) => !next || isBefore(control, next)
  return (
    controls.find((control) => !isBeforeNext(control)) ??
    controls.findLast(isBeforeNext) ??
    headingOf(container)
  )
}

/** The node that followed the removed part. */
function siblingAfter(
  lostElement: Element,
  ancestors: Element[],
  records: MutationRecord[],
): Node | undefined {
  const parts = new Set<Node>([lostElement, ...ancestors])
  const removal = records.find(({ removedNodes }) => [...removedNodes].some((node) => parts.has(node)))
  const next = removal?.nextSibling
  return next?.isConnected ? next : undefined
}

function controlsIn(container: Element): HTMLElement[] {
  const controls = container.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary',
  )
  return [...controls].filter(
    (control) => control.checkVisibility() && !control.matches(':disabled, [inert] *'),
  )
}

function isBefore(element: Node, other: Node): boolean {
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
}

function headingOf(container: Element): HTMLElement | undefined {
  const heading = container.closest('section, article, main')?.querySelector<HTMLElement>('h1, h2, h3, h4')
  if (heading) heading.tabIndex = -1
  return heading ?? undefined
}
