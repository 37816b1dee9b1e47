import { readFileSync } from 'node:fs'
import { filesBelow } from './files.ts'

/** The one style sheet of the site, as Vite wrote it. */
export function readStyles(folder: string): string {
  const file = filesBelow(`${folder}/assets`).find((name) => /\/app-[^/]+\.css$/.test(name))
  if (!file) throw new Error(`no app-….css in ${folder}/assets`)
  return readFileSync(file, 'utf8')
}

/**
 * Puts the styles into the page, so that nothing but the page itself stands before its first paint, and
 * asks for scripts after what can be seen. React skips elements in <head> that it does not know.
 */
export function inlineStyles(html: string, styles: string): string {
  return html
    .replace('</head>', `<style>${styles}</style></head>`)
    .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
}
