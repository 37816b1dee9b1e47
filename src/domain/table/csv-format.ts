export const csvFormats = [
  { id: 'comma-point', separator: ',', decimal: '.', text: 'Commas, 1.5' },
  { id: 'semicolon-comma', separator: ';', decimal: ',', text: 'Semicolons, 1,5' },
  { id: 'semicolon-point', separator: ';', decimal: '.', text: 'Semicolons, 1.5' },
  { id: 'tab-point', separator: '\t', decimal: '.', text: 'Tabs, 1.5' },
  { id: 'tab-comma', separator: '\t', decimal: ',', text: 'Tabs, 1,5' },
] as const

export type CsvFormat = (typeof csvFormats)[number]

/** Spreadsheets there write 1.5 and still split at semicolons. */
const semicolonRegions = ['CH', 'LI']

/** The format that a spreadsheet in this locale opens correctly; `locale` is a tag such as `de-AT`. */
export function csvFormatForLocale(locale: string): CsvFormat {
  if (decimalOf(locale) === ',') return formatOf('semicolon-comma')
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1] ?? ''
  return formatOf(semicolonRegions.includes(region) ? 'semicolon-point' : 'comma-point')
}

export function csvFormatByName(id: string): CsvFormat | undefined {
  return csvFormats.find((format) => format.id === id)
}

function formatOf(id: CsvFormat['id']): CsvFormat {
  return csvFormatByName(id) ?? csvFormats[0]
}

function decimalOf(locale: string): string | undefined {
  try {
    const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
    return parts.find(({ type }) => type === 'decimal')?.value
  } catch {
    // An invalid locale tag.
    return undefined
  }
}
