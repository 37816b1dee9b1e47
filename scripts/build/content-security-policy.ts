import { createHash } from 'node:crypto'

/**
 * The policy of one page: nothing from elsewhere, no inline script but those whose hash stands here, no
 * eval, no inline style. It is written into the page, because some static hosts let a site set no headers and
 * others only a few.
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

/** Each inline text that the pattern finds, as the policy names it. */
function hashes(html: string, pattern: RegExp): Set<string> {
  const texts = [...html.matchAll(pattern)].map(([, text = '']) => text)
  return new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))
}

/**
 * A worker is governed by the policy that its script came with, not by its page's. The lab machine is the
 * one place where WebAssembly is compiled, so no page's policy has to allow it. v86 keeps its pace with a small worker
 * of its own, made from a blob.
 */
export const machineWorkerPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src blob:"

export const machineWorkerPath = '/assets/machine-worker-*'
