import fc from 'fast-check'
import type { TableCell } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { toCsv } from '#domain/table/csv.ts'
import { csvFormatForLocale, csvFormats } from '#domain/table/csv-format.ts'
import { escapeFormulas } from '#domain/table/escape-formulas.ts'
import { markdownTable } from '#domain/table/markdown.ts'

test.each([
  ['en-US', 'comma-point'],
  ['en-GB', 'comma-point'],
  ['ja', 'comma-point'],
  ['es-MX', 'comma-point'],
  ['de', 'semicolon-comma'],
  ['pt-BR', 'semicolon-comma'],
  ['fr-FR', 'semicolon-comma'],
  ['de-CH', 'semicolon-point'],
  ['not a locale', 'comma-point'],
])('a browser set to %s gets the format %s', (locale, id) => {
  expect(csvFormatForLocale(locale).id).toBe(id)
})

test('a table starts with a byte order mark and ends its lines as in RFC 4180', () => {
  expect(
    toCsv(
      [
        ['a', 1.5],
        [new Date('2026-11-30T23:59:59Z'), -2],
      ],
      csvFormats[1],
    ),
  ).toBe('\ufeffa;1,5\r\n2026-11-30 23:59;-2')
})

test('a date after the year 9999 starts no formula', () => {
  expect(toCsv([[new Date(8.64e15)]], csvFormats[0])).toBe("\ufeff'+275760-09-13 00:00")
})

test('text that holds any separator, a quotation mark or a line break is quoted in every format', () => {
  for (const format of csvFormats) {
    for (const text of ['a,b', 'a;b', 'a\tb', 'a\nb', ' a', 'a ']) {
      expect(toCsv([[text]], format)).toBe(`\ufeff"${text}"`)
    }
    expect(toCsv([['a"b']], format)).toBe('\ufeff"a""b"')
  }
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['－1', "'－1"],
  ['\u200b=1', "\u200b'=1"],
  [' \t=1', " \t'=1"],
  ['"=1', '"\'=1'],
  [';=cmd|x', ";'=cmd|x"],
  ['a, "+1"', 'a, "\'+1"'],
  ['a|@b', "a|'@b"],
  ['a\r\n-b', "a\r\n'-b"],
  ['007', "'007"],
  ['1,+', "'1,'+"],
  ['3-1', "'3-1"],
  ['10/2', "'10/2"],
  ['1E5', "'1E5"],
  ['1.5', "'1.5"],
  ['12345678901234567', "'12345678901234567"],
  ['Dec-1', "'Dec-1"],
  ['1 Mar', "'1 Mar"],
  ['1. Mai', "'1. Mai"],
  ['Mai 2026', "'Mai 2026"],
  ['3. Mär. 2026', "'3. Mär. 2026"],
  ['1 мая', "'1 мая"],
  ['Monday 1 March 2026', "'Monday 1 March 2026"],
  ['2026年3月1日', "'2026年3月1日"],
  ['8 AM', "'8 AM"],
  ['12:30 p.m.', "'12:30 p.m."],
  ['$5', "'$5"],
  ['5 €', "'5 €"],
  ['１２', "'１２"],
  ['٣-١', "'٣-١"],
  ['true', "'true"],
  ['Wahr', "'Wahr"],
])('the text %j is exported as %j', (text, safe) => {
  expect(escapeFormulas(text)).toBe(safe)
})

test.each([
  'Ada',
  'a-b',
  'docker run -d',
  'A = B',
  '7',
  '-5',
  '5th group',
  'May',
  'Group 7',
  'Team May 7',
  'A1',
  'True Grit',
  'May',
  'Marc 2nd',
  '–',
  '',
  'a; b',
  '3a',
])('the text %j is exported unchanged', (text) => {
  expect(escapeFormulas(text)).toBe(text)
})

test('no cell starts a formula, with any separator', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(...'=+-@＝＋－＠,;|\t\r\n "\'a1\u200b\ufeff'),
    maxLength: 30,
  })
  fc.assert(
    fc.property(hostile, (text) => {
      const safe = escapeFormulas(text)
      if (/^-\d+$/.test(safe)) return
      for (const part of safe.split(/[,;|\t\r\n]/)) {
        expect(part.replace(/^[\s"\u200b\ufeff]+/, '')).not.toMatch(/^[=+\-@＝＋－＠]/)
      }
    }),
  )
})

/** The cells of a Markdown table as a site such as GitHub displays them. */
function seenCells(markdown: string): string[][] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown)
  const [table, ...others] = tree.children
  if (table?.type !== 'table' || others.length > 0) throw new Error('not one table')
  return table.children.map((row) => row.children.map(textOf))
}

function textOf(cell: TableCell): string {
  let text = ''
  visit(cell, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value
    // Any other node means that the text was taken as markup.
    else if (node.type !== 'tableCell') text += `(${node.type})`
  })
  return text
}

test('text in a Markdown table is shown literally: bars, backslashes, HTML, emphasis, links, entities', () => {
  const texts = [
    'a|b',
    'a\\|b',
    'a\\',
    '<img src=x onerror=alert(1)>',
    '*a* _b_ ~~c~~',
    '[a](b.html)',
    '&lt;b&gt;',
    'one `tick',
    '![x](y)',
  ]
  expect(seenCells(markdownTable([texts]))).toEqual([texts])
  expect(seenCells(markdownTable([['two\r\nlines\n\n']]))).toEqual([['two lines']])
})

test('code in a Markdown table remains code', () => {
  const markdown = markdownTable([['run `a | b` and `<c> \\d _e_`']])
  expect(markdown).toContain('run `a \\| b` and `<c> \\d _e_`')
  expect(seenCells(markdown)).toEqual([['run a | b and <c> \\d _e_']])
})

test('no text changes the shape of a Markdown table', () => {
  const hostile = fc
    .string({ unit: fc.constantFrom(...'|\\`<>*a\n'), maxLength: 20 })
    .map((text) => `x${text}x`)
  fc.assert(
    fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 4 }), (rows) => {
      const seen = seenCells(markdownTable(rows))
      expect(seen).toHaveLength(rows.length)
      for (const cells of seen) expect(cells).toHaveLength(2)
    }),
  )
})
