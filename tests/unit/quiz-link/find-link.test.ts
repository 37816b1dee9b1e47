import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checksum } from '#domain/quiz-link/checksum.ts'
import { findQuizLink } from '#domain/quiz-link/find-quiz-link.ts'
import { encodeQuizLink } from '#domain/quiz-link/link-code.ts'
import type { QuizLink } from '#domain/quiz-link/quiz-link.ts'
import { quizLinkArbitrary, quizLinkWith } from './arbitraries.ts'

/** A link whose code has characters that some programs mishandle. */
function linkWith(inCode: RegExp): { link: QuizLink; code: string } {
  for (let number = 0; ; number++) {
    const link = quizLinkWith({ seed: number.toString(36) })
    const code = encodeQuizLink(link)
    if (inCode.test(code)) return { link, code }
  }
}

const { link, code } = linkWith(/_.*--/)
const address = `https://docs.example.org/course/a#${code}`
const encodedBytes = (text: string) =>
  [...text].map((character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`).join('')
const half = (text: string) => Math.floor(text.length / 2)
const broken = (text: string, by: string) => text.slice(0, half(text)) + by + text.slice(half(text))

test.each<[string, string]>([
  ['the hash', `#${code}`],
  ['the code alone', code],
  ['the address', address],
  ['# encoded', address.replace('#', '%23')],
  ['# encoded after a slash', address.replace('#', '/%23')],
  ['a slash for #', address.replace('#', '/')],
  ['what the 404 page hands on of that', `#/%23${code}`],
  ['_ encoded', address.replaceAll('_', '%5F')],
  ['all encoded', encodedBytes(address)],
  ['encoded twice', encodeURIComponent(encodeURIComponent(address))],
  ['encoded three times', encodeURIComponent(encodeURIComponent(address.replaceAll('_', '%5f')))],
  ['an encoded break inside', broken(address, '%0D%0A')],
  ['an encoded space inside', broken(address, '%20')],
  ['an encoded zero-width space inside', broken(address, '%E2%80%8B')],
  ['broken in the middle of what is encoded', encodedBytes(address).replace('%5F', '%5\nF')],
  ['spaces inside', broken(address, '  ')],
  ['a line break inside', broken(address, '\r\n')],
  ['wrapped and quoted', `> ${address.replace(/(.{40})/g, '$1\n> > ')}`],
  ['a soft hyphen', broken(address, '\u00ad')],
  ['a zero-width space', broken(address, '\u200b')],
  ['a no-break space', broken(address, '\u00a0')],
  ['a mark of direction', broken(address, '\u202a')],
  ['a soft line break of a mail', broken(address, '=\r\n')],
  ['a mail’s encoding', address.replace('#', '=23').replaceAll('_', '=5F')],
  ['a mail’s encoding of what does not show', broken(address, '=E2=80=8B')],
  ['HTML', `<a href="${address}&amp;x=1">${address}</a>`],
  ['HTML entities', address.replace('#', '&#35;').replaceAll('_', '&lowbar;')],
  ['hexadecimal entities', address.replace('#', '&#x23;').replaceAll('_', '&#x5F;')],
  ['HTML with places to break', broken(address, '<wbr>')],
  ['HTML with a line break', broken(address, '<br />\r\n')],
  ['HTML in pieces', broken(address, '</span><span class="x">')],
  ['HTML’s zero-width space', broken(address, '&ZeroWidthSpace;')],
  ['HTML’s dashes', address.replaceAll('--', '&ndash;')],
  ['JSON', JSON.stringify({ address }).replace('#', '\\u0023').replaceAll('-', '\\u002d')],
  ['JSON with a line break', JSON.stringify({ text: broken(address, '\n') })],
  ['an old script’s encoding', address.replace('#', '%u0023').replaceAll('_', '%u005F')],
  ['a mail’s encoding in small letters', address.replace('#', '=23').replaceAll('_', '=5f')],
  ['a no-break space of an old page', broken(address, '%A0')],
  ['a form’s plus for a space', broken(address, '+')],
  ['control characters', broken(address, '\0\u0085')],
  ['quoted with bars', broken(address, '\n| ')],
  ['a hyphen set at the end of a line', broken(address, '-\n')],
  ['encoded HTML', encodeURIComponent(address.replace('#', '&amp;#35;'))],
  ['angle brackets', `<${address}>`],
  ['quotation marks', `“${address}”`],
  ['Markdown', `[Week 3](${address})`],
  ['Markdown that escapes', `[Week 3](${address.replaceAll('_', '\\_')})`],
  [
    'LaTeX',
    `\\href{${address.replaceAll('#', '\\#').replaceAll('_', '\\textunderscore{}').replaceAll('--', '-{}-')}}{Week 3}`,
  ],
  ['LaTeX with braces', address.replaceAll('#', '{\\#}').replaceAll('_', '{\\_}')],
  ['a wiki', `[[${address}|Week 3]]`],
  ['a sentence around it', `Hi all, take quiz 3 by 10:30: ${address}. Good luck!`],
  ...['.', ',', ';', ')', '>', '"', "'", '…', '!', '?', '&utm_source=mail', '?fbclid=1abcDEF', '/'].map(
    (end): [string, string] => [`${end} behind it`, address + end],
  ),
  ['the host in capitals', address.replace('docs.example.org', 'DOCS.EXAMPLE.ORG')],
  ['dashes set by a word processor', address.replaceAll('--', '–')],
  ['long dashes', address.replaceAll('--', '—')],
  ['hyphens that do not break', address.replaceAll('-', '\u2011')],
  ['full-width letters', address.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
  [
    'Outlook’s safe links',
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05%7C01%7Cada%40example.org%7C1a2b&reserved=0`,
  ],
  ['Google', `https://www.google.com/url?q=${encodeURIComponent(address)}&sa=D&source=editors&ust=170`],
  ['Slack', `https://slack-redir.net/link?url=${encodeURIComponent(address)}`],
  ['Facebook', `https://l.facebook.com/l.php?u=${encodeURIComponent(address)}&h=AT1abc`],
  ['Proofpoint 3', `https://urldefense.com/v3/__${address.replace('#', '*')}__;Iw!!Abc123!x1$`],
  [
    'Proofpoint 2',
    `https://urldefense.proofpoint.com/v2/url?u=${encodeURIComponent(address).replaceAll('-', '%2D').replaceAll('_', '%5F').replaceAll('%2F', '/').replaceAll('/', '_').replaceAll('%', '-')}&d=DwMF&c=1abc`,
  ],
])('%s: the link opens', (_name, text) => {
  expect(findQuizLink(text)).toEqual({ kind: 'ok', link, code })
})

test('any link opens from any address, encoded up to three times', () => {
  fc.assert(
    fc.property(
      quizLinkArbitrary,
      fc.nat(3),
      fc.constantFrom('#', '%23', '/', '/%23'),
      (link, rounds, mark) => {
        const code = encodeQuizLink(link)
        const text = Array.from({ length: rounds }).reduce<string>(
          encodeURIComponent,
          `https://x.example/a${mark}${code}`,
        )
        expect(findQuizLink(text)).toEqual({ kind: 'ok', link, code })
      },
    ),
  )
})

test('a new code never ends in a character that programs drop', () => {
  fc.assert(
    fc.property(quizLinkArbitrary, (each) => {
      expect(encodeQuizLink(each)).not.toMatch(/[-_]$/)
    }),
  )
})

/** A code with this ending, as older builds could make it. */
function endingIn(ending: string): string {
  for (let number = 0; ; number++) {
    const payload = `${number}AAAA${ending}`
    const digits = Buffer.from([0, payload.length]).toString('base64url')
    const sum = checksum(`1${digits}${payload}`)
    if (/^\w/.test(sum)) return `1${sum}${digits}${payload}`
  }
}

test.each(['-', '_', '--', '-_', '_-', '__'])('an old code that lost its last %s is repaired', (ending) => {
  const old = endingIn(ending)
  const whole = findQuizLink(`#${old}`)
  // The payload is not a link. This reason shows that the code passed its checksum.
  expect(whole).toEqual({ kind: 'invalid', reason: 'Its contents cannot be decompressed.' })
  expect(findQuizLink(`#${old.slice(0, -ending.length)}`)).toEqual(whole)
  expect(findQuizLink(`https://x.example/a#${old.slice(0, -ending.length)}. Good luck`)).toEqual(whole)
})

test.each<[string, string, string]>([
  ['a cut link', address.slice(0, -9), 'truncated'],
  ['a cut link, encoded', encodeURIComponent(address.slice(0, -9)), 'truncated'],
  ['a changed link', address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), 'corrupted'],
  ['a link without its capitals', address.toLowerCase(), 'corrupted'],
  ['encoded markup', '#%3Cimg%20src%3Dx%20onerror%3Dpwned()%3E', 'invalid'],
  ['words', 'Sorry, where is quiz 3?', 'invalid'],
  ['nothing', '', 'invalid'],
])('%s is rejected with its reason', (_name, text, kind) => {
  expect(findQuizLink(text).kind).toBe(kind)
})
