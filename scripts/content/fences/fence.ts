import type { Code } from 'mdast'
import { lineOf } from '../mdx-nodes.ts'

/** A code fence and its info string. */
export type Fence = {
  language: string
  meta: Record<string, string>
  /** The parts of the info string that are not `key=value`. */
  rest: string
  text: string
  /** The line of the opening backticks; the text starts on the next line. */
  line: number
  /** The anchor of the note or heading above it. */
  anchor: string
}

/** A problem inside a fence. `line` is 1-based and counts from the first line of the text. */
export type Finding = { line: number; expected: string; found: string }

/** The keys of an info string: ```` ```yaml file=compose.yaml expect=error ````. */
export const fenceKeys = ['file', 'quote', 'check', 'reason', 'expect']

const pair = /([\w-]+)=(?:"([^"]*)"|(\S+))/g

export function parseFence(node: Code, anchor: string): Fence {
  const info = node.meta ?? ''
  const attributes: Record<string, string> = {}
  for (const [, key, quoted, unquoted] of info.matchAll(pair)) {
    if (key) attributes[key] = quoted ?? unquoted ?? ''
  }
  const rest = info.replace(pair, '').trim()
  return { language: node.lang ?? '', meta: attributes, rest, text: node.value, line: lineOf(node), anchor }
}
