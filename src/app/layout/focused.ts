/** What had the focus, with what was around it and on which page: it may be taken out of the document. */
export type Focused = { element: Element; around: Element[]; pathname: string }

export function focusedAt(target: EventTarget | null): Focused | undefined {
  if (!(target instanceof Element) || target === document.body) return undefined
  return { element: target, around: ancestorsOf(target), pathname: location.pathname }
}

function ancestorsOf(element: Element): Element[] {
  const ancestors: Element[] = []
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) ancestors.push(at)
  return ancestors
}
