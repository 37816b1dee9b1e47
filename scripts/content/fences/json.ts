import type { Finding } from './fence.ts'

export function jsonFindings(text: string): Finding[] {
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    // JSON.parse throws nothing but SyntaxError; V8 puts the place at the end of the message when it has one.
    const { message } = error as SyntaxError
    const line = /\(line (\d+) column \d+\)/.exec(message)?.[1]
    const found = message.replace(/ in JSON at position \d+.*$/, '')
    return [{ line: line ? Number(line) : text.split('\n').length, expected: 'valid JSON', found }]
  }
}
