import type { Finding } from './fence.ts'

export function jsonFindings(text: string): Finding[] {
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    // JSON.parse throws only SyntaxErrors; if V8 knows the position, it is at the end of the message.
    const { message } = error as SyntaxError
    const line = /\(line (\d+) column \d+\)/.exec(message)?.[1]
    const found = message.replace(/ in JSON at position \d+.*$/, '')
    return [{ line: line ? Number(line) : text.split('\n').length, expected: 'valid JSON', found }]
  }
}
