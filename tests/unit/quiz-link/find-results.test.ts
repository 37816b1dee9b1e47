import { expect, test } from 'vitest'
import { findResults, maxPastedLength } from '#domain/quiz-link/find-results.ts'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { decodeResultCode, encodeResultCode } from '#domain/quiz-link/result-code.ts'
import { decodeResultFile, encodeResultFile } from '#domain/quiz-link/result-file.ts'
import { resultWith } from './arbitraries.ts'

const codeOf = (result: QuizResult) => encodeResultCode(result).code

test('codes are found in email text: one per line, wrapped, quoted or inline', () => {
  const [ada, bob, eve, joe] = ['Ada', 'Bob', 'Eve', 'Joe'].map((name) => resultWith({ name }))
  const wrapped = codeOf(bob!).replace(/(.{60})/g, '$1\n')
  const quoted = codeOf(eve!).replace(/(.{60})/g, '$1\r\n> ')
  const mail = `Hello,\n${codeOf(ada!)}\n${wrapped}\nOn Monday Eve wrote:\n> ${quoted}\n>\n> Best, Eve\nMine is ${codeOf(joe!)}. Thanks!`
  const found = findResults(mail)
  expect(found.map((each) => (each.kind === 'ok' ? each.result.name : each.kind))).toEqual([
    'Ada',
    'Bob',
    'Eve',
    'Joe',
  ])
})

test('the text of a file is one result, and a hundred codes are a hundred', () => {
  expect(findResults(encodeResultFile(resultWith()))).toHaveLength(1)
  const codes = Array.from({ length: 100 }, (_, index) => codeOf(resultWith({ name: `Learner ${index}` })))
  const found = findResults(codes.join(' '))
  expect(found).toHaveLength(100)
  expect(found.every(({ kind }) => kind === 'ok')).toBe(true)
})

test('text without a code has no result', () => {
  expect(findResults('Sorry, I have lost my code. DM me.')).toEqual([])
})

/** A code with characters that word processors change. */
function codeWith(inCode: RegExp): string {
  for (let number = 0; ; number++) {
    const code = codeOf(resultWith({ name: `Learner ${number}` }))
    if (inCode.test(code)) return code
  }
}

const typical = codeWith(/^DM1-\w.*\w--\w.*-\w/)
const half = Math.floor(typical.length / 2)
const broken = (by: string) => typical.slice(0, half) + by + typical.slice(half)

test.each<[string, string]>([
  ['two hyphens made an en dash', typical.replaceAll('--', '–')],
  ['two hyphens made an em dash', typical.replaceAll('--', '—')],
  ['every hyphen made an en dash', typical.replaceAll('-', '–')],
  ['hyphens that do not break', typical.replaceAll('-', '\u2011')],
  ['minus signs', typical.replaceAll('-', '\u2212')],
  ['quotation marks around it', `“${typical}”`],
  ['a soft hyphen', broken('\u00ad')],
  ['a line break', broken('\r\n')],
  ['a line break that a mail encodes', broken('=\r\n')],
  ['a quoted line break', broken('\n>> ')],
  ['a no-break space', broken('\u00a0')],
  ['a narrow space', broken('\u202f')],
  ['a text table that wraps it', `|\n| ${typical.replace(/(.{30})/g, '$1 |\n| ')} |`],
  ['a drawn table that wraps it', `│\n│ ${typical.replace(/(.{30})/g, '$1 │\n│ ')} │`],
  ['marks of direction', `\u2067${broken('\u200e')}\u2069`],
  ['full-width letters', typical.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
  ['a head without capitals', typical.replace('DM', 'Dm')],
  ['a head that a line breaks', typical.replace('DM1', 'DM\n1')],
])('%s: the code is found', (_name, text) => {
  const whole = decodeResultCode(typical)
  expect(whole.kind).toBe('ok')
  expect(findResults(`Here it is: ${text}\nThanks!`)).toEqual([whole])
  expect(decodeResultCode(text.replace(/^“/, ''))).toEqual(whole)
})

test('two codes without a separator are both decoded or reported', () => {
  const other = codeOf(resultWith({ name: 'Bob' }))
  const kinds = (text: string) => findResults(text).map(({ kind }) => kind)
  expect(kinds(typical + other)).toEqual(['ok', 'ok'])
  expect(kinds(typical + other + typical)).toEqual(['ok', 'ok', 'ok'])
  expect(kinds(typical.slice(0, -9) + other)).toEqual(['truncated', 'ok'])
  expect(kinds(`${typical.slice(0, -9)}\n${other}`)).toEqual(['truncated', 'ok'])
  expect(kinds(typical + other.slice(0, -9))).toEqual(['ok', 'truncated'])
  expect(kinds(typical.slice(0, -9) + other.slice(0, -9))).toEqual(['truncated', 'truncated'])
  const changed = other.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  expect(kinds(typical + changed)).toEqual(['ok', 'corrupted'])
  expect(kinds(changed + typical)).toEqual(['corrupted', 'ok'])
})

test.each<[string, string]>([
  ['an address', `mailto:a@example.org?body=${encodeURIComponent(broken('\r\n'))}`],
  ['an address, encoded twice', `https://x.example/?t=${typical.replaceAll('-', '%252D')}`],
  ['a form', `text=Mine%3A+${broken('+')}`],
  ['a mail', broken('=\r\n').replaceAll('-', '=2D')],
  ['HTML', `<p>${broken('<wbr>').replaceAll('-', '&#45;')}</p>`],
  ['Markdown', typical.replaceAll('-', '\\-')],
  ['JSON', JSON.stringify({ code: broken('\n') })],
])('a code encoded for %s is found, and so are others beside it', (_name, text) => {
  const [first, second] = [decodeResultCode(typical), decodeResultCode(codeOf(resultWith({ name: 'Bob' })))]
  expect(findResults(text)).toEqual([first])
  expect(findResults(`${text}\n${codeOf(resultWith({ name: 'Bob' }))}`)).toEqual([first, second])
})

test('an encoded, truncated code is reported as truncated', () => {
  expect(findResults(typical.slice(0, -9).replaceAll('-', '%2D')).map(({ kind }) => kind)).toEqual([
    'truncated',
  ])
})

test.each([
  ['one line', broken('-\n')],
  ['every line', typical.replace(/(.{60})/g, '$1-\n')],
])('a hyphen added by line wrapping at the end of %s is ignored', (_name, text) => {
  expect(findResults(text)).toEqual([decodeResultCode(typical)])
})

test('the code’s own hyphens at line ends are kept', () => {
  expect(findResults(typical.replaceAll('-', '-\n'))).toEqual([decodeResultCode(typical)])
})

test('a result file keeps the quotation marks of its title when an email wraps it or curls other quotes', () => {
  const text = encodeResultFile(resultWith({ title: 'All about “images”' }))
  for (const sent of [text.replaceAll('\n', '\n> '), text.replace(/"([^"]*)"/g, '“$1”')])
    expect(findResults(sent)).toEqual([decodeResultFile(text)])
})

test('lowercased codes are reported; words that look like a prefix are not', () => {
  expect(findResults(typical.toLowerCase()).map(({ kind }) => kind)).toEqual(['corrupted'])
  expect(findResults('Room ADM1-5, or dm1-2 on the plan')).toEqual([])
})

test('several result files are found in an email beside codes, even with curled quotation marks', () => {
  const [ada, bob] = ['Ada', 'Bob'].map((name) => encodeResultFile(resultWith({ name })))
  const curled = bob!.replace(/"([^"]*)"/g, '“$1”')
  const quoted = ada!.replaceAll('\n', '\n> ')
  const found = findResults(`Hi, mine:\n> ${quoted}\nAnd Bob’s: ${curled} and Eve’s ${typical}. Bye`)
  expect(found.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok'])
  expect(findResults(`${ada!.slice(0, 200)}\n${bob}`).map(({ kind }) => kind)).toEqual(['truncated', 'ok'])
})

const inCell = (text: string) => `"${text.trim().replaceAll('"', '""')}"`
const inHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

test.each<[string, (text: string) => string]>([
  ['copied from a cell of a spreadsheet', inCell],
  ['in a table with separators', (text) => `Eve;${inCell(text)};late\nJoe;;`],
  ['as the source of a web page', inHtml],
  ['with numeric entities', (text) => text.replaceAll('"', '&#34;')],
  ['inside another JSON text', (text) => JSON.stringify({ message: text })],
  ['inside JSON inside JSON', (text) => JSON.stringify(JSON.stringify({ message: text }))],
  ['in a cell, as the source of a web page', (text) => inHtml(inCell(text))],
  ['in an address', (text) => `mailto:ada@example.org?body=${encodeURIComponent(text)}`],
  ['with French quotation marks', (text) => text.replace(/(?<!\\)"(.*?)(?<!\\)"/g, '«\u00a0$1\u00a0»')],
  ['with punctuation escaped for Markdown', (text) => text.replace(/([_*[\]])/g, '\\$1')],
  ['with zero-width spaces after commas', (text) => text.replaceAll(',\n', ',\u200b\n')],
])('a result file is found %s, beside a code', (_, change) => {
  const text = encodeResultFile(resultWith({ name: 'Eve & <Bob>', title: 'Week 3: 100% + “images”' }))
  expect(findResults(`Mine: ${change(text)}\nand ${typical}`)).toEqual([
    decodeResultFile(text),
    decodeResultCode(typical),
  ])
})

test('input beyond the limit is reported', () => {
  const found = findResults(`${typical}\n${' '.repeat(maxPastedLength)}${typical}`)
  expect(found).toMatchObject([
    { kind: 'ok' },
    { kind: 'invalid', reason: expect.stringContaining('too long') },
  ])
})
