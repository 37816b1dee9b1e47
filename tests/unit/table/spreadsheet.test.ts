import { expect, test } from 'vitest'
import type { Cell } from '#domain/table/cell.ts'
import { toCsv } from '#domain/table/csv.ts'
import { type CsvFormat, csvFormatByName } from '#domain/table/csv-format.ts'
import { hasSpreadsheet, openInLibreOffice } from '#tests/support/spreadsheet.ts'

const american = 1033
const german = 1031
const french = 1036
const japanese = 1041

const rows: Cell[][] = [
  ['Learner', 'Finished (UTC)', 'Score', 'Discrimination', 'Group'],
  ['Åsa 日本 “x”', new Date('2026-11-30T12:34:56Z'), 1.67, -0.25, '007'],
  ['a;=1+1', new Date('2027-01-15T08:00:00Z'), 1000, 0, '3-1'],
  ["=cmd|' /C calc'!A0", new Date(Number.NaN), Number.NaN, -3, '＝1+1'],
  ['two\nlines, "quoted"\t=2', new Date(0), 0.5, 2, '-2'],
]

const shown = [
  ['string Learner', 'string Finished (UTC)', 'string Score', 'string Discrimination', 'string Group'],
  ['string Åsa 日本 “x”', 'date 2026-11-30T12:34:00', 'float 1.67', 'float -0.25', "string '007"],
  ["string a;'=1+1", 'date 2027-01-15T08:00:00', 'float 1000', 'float 0', "string '3-1"],
  ["string '=cmd|' /C calc'!A0", 'empty ', 'empty ', 'float -3', "string '＝1+1"],
]

const table = (id: CsvFormat['id']) => toCsv(rows, csvFormatByName(id)!)

test.skipIf(!hasSpreadsheet).each([
  {
    name: 'in American English',
    reading: { separators: ',;\t', language: american },
    ids: ['comma-point', 'semicolon-point', 'tab-point'] as const,
  },
  {
    name: 'in German',
    reading: { separators: ';\t', language: german },
    ids: ['semicolon-comma', 'tab-comma'] as const,
  },
])('LibreOffice opens tables $name with every cell unchanged', ({ reading, ids }) => {
  for (const cells of openInLibreOffice(ids.map(table), reading)) {
    const seen = cells.map((row) => row.map(({ type, text }) => `${type} ${text}`))
    expect(seen.slice(0, 4)).toEqual(shown)
    expect(seen[4]?.slice(1)).toEqual(['date 1970-01-01', 'float 0.5', 'float 2', 'float -2'])
    expect(cells.flat().filter(({ formula }) => formula !== undefined)).toEqual([])
  }
})

test.skipIf(!hasSpreadsheet)('tables opened with the wrong separator run no formula either', () => {
  const readings = openInLibreOffice([table('comma-point'), table('tab-comma')], {
    separators: ';',
    language: german,
  })
  for (const cells of readings) {
    expect(cells.flat().filter(({ formula }) => formula !== undefined)).toEqual([])
    expect(cells[2]?.map(({ text }) => text).join(' ')).toContain("'=1+1")
  }
})

const convertible = [
  'TRUE',
  'Wahr',
  'vrai',
  '12:30 PM',
  '8 AM',
  '$5',
  '5 €',
  '1. Mai',
  'Mai 2026',
  'Dez 1',
  '3 mars',
]
const wide = ['１２', '１／２', '2026年3月1日', '٣-١']

test.skipIf(!hasSpreadsheet).each([
  { name: 'American', language: american, id: 'comma-point' as const },
  { name: 'German', language: german, id: 'semicolon-comma' as const },
  { name: 'French', language: french, id: 'semicolon-comma' as const },
  { name: 'Japanese', language: japanese, id: 'comma-point' as const },
])('names that look like times, amounts and dates stay text in $name LibreOffice', ({ language, id }) => {
  const csv = toCsv(
    [...convertible, ...wide].map((text) => [text]),
    csvFormatByName(id)!,
  )
  const [cells = []] = openInLibreOffice([csv], { separators: id === 'comma-point' ? ',' : ';', language })
  const converted = cells.flat().filter(({ type }) => type !== 'string')
  expect(converted).toEqual([])
  expect(cells).toHaveLength(convertible.length + wide.length)
})
