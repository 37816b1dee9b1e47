/** What a web server answered. `type` is its content type without parameters, in lower case. */
export type ParsedHttpResponse = { status: string; headers: string; type: string; body: string }

/**
 * Reads what `curl --include` prints: status line, headers, an empty line, the body. Answers before the last one
 * (`100 Continue`) are passed over. Undefined when it is no answer of a web server.
 */
export function parseHttpResponse(text: string): ParsedHttpResponse | undefined {
  let rest = text
  for (;;) {
    const end = /\r?\n\r?\n/.exec(rest)
    const head = end ? rest.slice(0, end.index) : rest.trimEnd()
    const [, status, code] = /^(HTTP\/[\d.]+ (\d{3})[^\r\n]*)/.exec(head) ?? []
    if (status === undefined) return undefined
    rest = end ? rest.slice(end.index + end[0].length) : ''
    if (code?.startsWith('1') && rest !== '') continue
    const headers = head.slice(status.length).replaceAll('\r', '').trim()
    const type = /^content-type:\s*([^;\s]+)/im.exec(headers)?.[1]?.toLowerCase() ?? ''
    return { status, headers, type, body: rest }
  }
}
