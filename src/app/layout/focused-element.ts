/** The element that had the focus, with its ancestors and page, because it may be removed from the document. */
export type FocusedElement = { element: Element; ancestors: Element[]; pathname: string }

export function toFocusedElement(target: EventTarget | null): FocusedElement | undefined {
  if (!(target instanceof Element) || target === document.body) return undefined
  return { element: target, ancestors: ancestorsOf(target), pathname: location.pathname }
}

function ancestorsOf(element: Element): Element[] {
  const ancestors: Element[] = []
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) ancestors.push(at)
  return ancestors
}
