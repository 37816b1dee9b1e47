/** About what fits on the first screen of a desktop, with a figure beside the text. Characters of HTML. */
const firstScreenLength = 8000

/**
 * Holds the first paint until the first screen has arrived. Without this, browsers paint what they have after each
 * packet: first nothing, then the header alone, which costs more time than the text needs to arrive. Narrow windows
 * are not held, because they show less. Pages without a heading after the first screen stay unchanged, and so do
 * browsers that don't know `rel=expect`.
 */
export function holdFirstPaint(html: string): string {
  const main = html.indexOf('<main')
  if (main < 0) return html
  const afterFirstScreen = html.slice(main + firstScreenLength)
  const [, id] = /<h[23]\b[^>]* id="([^"]+)"/.exec(afterFirstScreen) ?? []
  if (id === undefined) return html
  return html.replace(
    '<head>',
    () => `<head><link rel="expect" href="#${id}" blocking="render" media="(min-width: 64rem)"/>`,
  )
}
