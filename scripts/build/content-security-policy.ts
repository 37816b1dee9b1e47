import { createHash } from 'node:crypto'

/**
 * Adds the policy of one page: nothing from other origins, no inline scripts except those whose hashes are listed, no eval,
 * no inline styles. It is a `<meta>` element because many static hosts let a site set few headers or none.
 */
export function addPolicyMeta(html: string): string {
  const marker = '<meta charSet="utf-8"/>'
  if (!html.includes(marker))
    throw new Error(`Expected ${marker} in the page's head, where the policy belongs, found none.`)
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}"/>`
  return html.replace(marker, `${marker}${meta}`)
}

function policyFor(html: string): string {
  const scripts = hashes(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)
  const styles = hashes(html, /<style>([\s\S]*?)<\/style>/g)
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}

/** The hashes of all inline texts that match the pattern, in the policy's notation. */
function hashes(html: string, pattern: RegExp): Set<string> {
  const texts = [...html.matchAll(pattern)].map(([, text = '']) => text)
  return new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))
}

/**
 * A worker is governed by the policy of its own script, not by its page's. WebAssembly is compiled only in the worker of
 * the labs' machine, so no page's policy has to allow it. v86 uses a small worker from a blob as a timer.
 */
export const machineWorkerPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src blob:"

export const machineWorkerPath = '/assets/machine-worker-*'
