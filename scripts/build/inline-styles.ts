import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { listFiles } from './list-files.ts'

/** The one style sheet of the site, as Vite wrote it: its file, and its text. */
export function readStyles(folder: string): { name: string; text: string } {
  const [file, another] = listFiles(`${folder}/assets`).filter((name) => /\/app-[^/]+\.css$/.test(name))
  if (!file) throw new Error(`Expected a style sheet app-….css in ${folder}/assets, found none.`)
  if (another)
    throw new Error(
      `Expected one style sheet, found ${file} and ${another}: a file changed during the build. Build again.`,
    )
  return { name: basename(file), text: readFileSync(file, 'utf8') }
}

/** Inlines the styles, so that the first paint needs nothing but the page itself. */
export function inlineStyles(html: string, styles: string): string {
  // React ignores elements in <head> that it did not render.
  return html.replace('</head>', () => `<style>${styles}</style></head>`)
}

/** Links to the styles instead: for pages that browsers store for offline use, which would store a copy with each. */
export function linkStyles(html: string, address: string): string {
  return html.replace('</head>', () => `<link rel="stylesheet" href="${address}"/></head>`)
}

/**
 * Moves the preload hints for scripts from the head to after the text, so that they do not compete with it for bandwidth.
 * React finds them wherever they are.
 */
export function movePreloadsToEnd(html: string): string {
  const hints = /<link rel="modulepreload"[^>]*>/g
  const found = (html.match(hints) ?? []).join('')
  const [head = '', body = ''] = html.replaceAll(hints, '').split(/(?=<body)/, 2)
  const firstScript = body.indexOf('<script')
  if (found === '' || firstScript < 0) return html
  const late = found.replaceAll('<link', '<link fetchpriority="low"')
  return head + body.slice(0, firstScript) + late + body.slice(firstScript)
}
