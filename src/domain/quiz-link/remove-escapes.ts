const htmlCharacters: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  amp: '&',
}

const jsonCharacters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Removes the escapes of the program that writes a quotation mark as `mark`. */
export function removeEscapes(text: string, mark: string): string {
  switch (mark.charAt(0)) {
    case '&':
      return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,4}));/gi, decodeEntity)
    case '%':
      return text.replace(/\+/g, ' ').replace(/(?:%[0-9a-f]{2})+/gi, decodePercentEscapes)
    case '\\':
      return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (_, code?: string, character = '') =>
        code ? String.fromCharCode(Number.parseInt(code, 16)) : (jsonCharacters[character] ?? character),
      )
    default:
      // The cell of a spreadsheet, in which a quotation mark is doubled.
      return text.replaceAll('""', '"')
  }
}

function decodeEntity(entity: string, decimal?: string, hex?: string, name = ''): string {
  if (decimal) return String.fromCodePoint(Number(decimal))
  if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
  return htmlCharacters[name.toLowerCase()] ?? entity
}

function decodePercentEscapes(bytes: string): string {
  try {
    return decodeURIComponent(bytes)
  } catch {
    return bytes
  }
}
