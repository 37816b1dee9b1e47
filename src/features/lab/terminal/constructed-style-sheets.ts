/**
 * xterm writes its theme into <style> elements and some colors into style attributes, which the content security policy
 * forbids. Constructed style sheets and `element.style` are allowed, so while a terminal is open, elements that the
 * page creates use those. (xterm’s `documentOverride` does not cover all places where it creates elements.) See
 * docs/decisions/0012-machine-in-a-worker.md. Returns a function that restores the original behavior.
 */
export function adoptStyleSheets(): () => void {
  const sheets: CSSStyleSheet[] = []
  const originalCreateElement = Document.prototype.createElement
  const createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    if (name === 'style') return createSheetElement(originalCreateElement.call(document, 'span'), sheets)
    const element = originalCreateElement.call(document, name, options)
    if (name === 'span') element.setAttribute = setStyleAttribute
    return element
  }
  // The overloads of createElement name every tag; this function only passes its arguments on.
  document.createElement = createElement as typeof document.createElement
  return () => {
    Reflect.deleteProperty(document, 'createElement')
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet))
  }
}

/** A replacement for <style>: text that is written into it goes into a constructed style sheet. */
function createSheetElement(element: HTMLElement, sheets: CSSStyleSheet[]): HTMLElement {
  const sheet = new CSSStyleSheet()
  sheets.push(sheet)
  document.adoptedStyleSheets.push(sheet)
  element.hidden = true
  Object.defineProperty(element, 'textContent', { set: (css: string) => sheet.replaceSync(css) })
  return element
}

function setStyleAttribute(this: HTMLElement, name: string, value: string): void {
  if (name === 'style') this.style.cssText = value
  else Element.prototype.setAttribute.call(this, name, value)
}
