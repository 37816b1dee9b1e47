/** HTML's names for characters of addresses and for invisible characters. */
const entities = new Map([
  ['amp', '&'],
  ['num', '#'],
  ['percnt', '%'],
  ['lowbar', '_'],
  ['hyphen', '-'],
  ['dash', '-'],
  ['minus', '-'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['nbsp', ' '],
  ['shy', ''],
  ['zwj', ''],
  ['zwnj', ''],
  ['NoBreak', ''],
  ['ZeroWidthSpace', ''],
])

/**
 * Removes one layer of encoding that programs apply to an address: percent escapes, HTML entities, quoted-printable, JSON
 * escapes, Markdown's backslashes, a mail filter's alphabet, and `+` for a space. Anything else stays as it is.
 */
export function decodeOneLayer(text: string): string {
  return (
    text
      // Proofpoint's second version writes `-` for `%` and `_` for `/`.
      .replace(/\bu=(https?-3A__[^&\s]*)/gi, (_, address: string) =>
        address.replace(/_/g, '/').replace(/-/g, '%'),
      )
      .replace(/<\/?(?:br|span|wbr)\b[^<>]{0,200}>/gi, '')
      // LaTeX, then Markdown.
      .replace(/\\textunderscore(?:\{\})?/g, '_')
      .replace(/\{\\([_#])\}/g, '$1')
      .replace(/-\{\}(?=-)/g, '-')
      .replace(/\\([_*#-])/g, '$1')
      .replace(/\\[nrt]/g, ' ')
      .replace(/(?:\\u|%u)00([2-7][0-9a-f])/gi, '%$1')
      .replace(/\+/g, ' ')
      // How mails encode the ASCII characters, the no-break space and the invisible ones.
      .replace(/=(?:[2-7][0-9A-Fa-f]|C2=[0-9A-F]{2}|E2=[0-9A-F]{2}=[0-9A-F]{2})/g, (bytes) =>
        bytes.replaceAll('=', '%'),
      )
      .replace(/%\n?([0-9a-f])\n?([0-9a-f])/gi, '%$1$2')
      .replace(/(?:%[0-9a-f]{2})+/gi, decodePercentEscapes)
      .replace(/&#(?:x([0-9a-f]{2,4})|(\d{2,5}));?/gi, (_, hex?: string, decimal?: string) =>
        String.fromCharCode(hex ? Number.parseInt(hex, 16) : Number(decimal)),
      )
      .replace(/&(\w{2,14});/g, (whole, name: string) => entities.get(name) ?? whole)
  )
}

function decodePercentEscapes(bytes: string): string {
  try {
    return decodeURIComponent(bytes)
  } catch {
    return bytes.replace(/%([2-7][0-9a-f]|a0|ad)/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  }
}
