import type { Page } from '@playwright/test'

/** Marks translated text. It is invisible, and tests that compare names and text ignore it. */
export const mark = '\u200b'

/**
 * Changes a page as a browser's page translator does: replaces each text node with `<font><font>` and other text, now
 * and whenever text is added or changed, except inside `translate="no"`.
 */
export async function translate(page: Page): Promise<void> {
  await page.evaluate((mark) => {
    const left = '[translate="no"], script, style, noscript, textarea'
    const replace = (text: Text) => {
      if (!text.data.trim() || text.data.startsWith(mark) || text.parentElement?.closest(left) !== null)
        return
      const outer = document.createElement('font')
      outer.appendChild(document.createElement('font')).textContent = mark + text.data
      text.replaceWith(outer)
    }
    const replaceAll = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      for (let at = walker.nextNode(); at; at = walker.nextNode()) texts.push(at as Text)
      for (const text of texts) replace(text)
    }
    replaceAll(document.body)
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        for (const node of [target, ...addedNodes]) {
          if (node instanceof Text) replace(node)
          else if (node !== target) replaceAll(node)
        }
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  }, mark)
}
