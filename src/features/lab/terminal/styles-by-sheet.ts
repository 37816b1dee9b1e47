/**
 * xterm writes its theme into <style> elements and some colours into style attributes, which the page's policy
 * forbids. A style sheet made by script and `element.style` are allowed: this hands xterm a document whose
 * elements take those ways. See docs/decisions/0012-machine-in-a-worker.md.
 */
export function documentForXterm(real: Document): { document: Document; dispose: () => void } {
  const sheets: CSSStyleSheet[] = []
  const createElement = (name: string): HTMLElement => {
    const element = real.createElement(name === 'style' ? 'span' : name)
    if (name === 'style') writeIntoSheet(element, newSheet())
    else element.setAttribute = setAttributeByStyle
    return element
  }
  const newSheet = () => {
    const sheet = new CSSStyleSheet()
    sheets.push(sheet)
    real.adoptedStyleSheets.push(sheet)
    return sheet
  }
  return {
    document: new Proxy(real, {
      get(target, name) {
        if (name === 'createElement') return createElement
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    }),
    dispose() {
      real.adoptedStyleSheets = real.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet))
    },
  }
}

function writeIntoSheet(element: HTMLElement, sheet: CSSStyleSheet): void {
  element.hidden = true
  Object.defineProperty(element, 'textContent', { set: (css: string) => sheet.replaceSync(css) })
}

function setAttributeByStyle(this: HTMLElement, name: string, value: string): void {
  if (name === 'style') this.style.cssText = value
  else Element.prototype.setAttribute.call(this, name, value)
}
