/** `type` is the content type in lowercase, without parameters. */
export type ParsedHttpResponse = { status: string; headers: string; type: string; body: string }

/**
 * Parses the output of `curl --include`: status line, headers, an empty line, the body. Interim responses
 * (`100 Continue`) are skipped. Undefined if it is not an HTTP response.
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
