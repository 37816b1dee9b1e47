import { expect, test } from 'vitest'
import { gradeItem } from '#domain/quiz/grading.ts'
import { compileCourse } from '#scripts/content/compile.ts'
import { correctResponse } from '#tests/support/correct-response.ts'

const items = compileCourse(process.cwd()).pages.flatMap((page) => page.items)
const shorts = items.filter((item) => item.kind === 'short')

test('the author’s right answer is graded as fully right, in every item', () => {
  const missed = items.filter((item) => gradeItem(item, correctResponse(item))?.score !== 1)
  expect(missed.map((item) => item.id)).toEqual([])
})

test('every accepted form of a typed answer is fully right', () => {
  const missed = shorts.flatMap((item) =>
    item.accept.filter((form) => gradeItem(item, form)?.score !== 1).map((form) => `${item.id}: ${form}`),
  )
  expect(missed).toEqual([])
})

test('every near miss is wrong and gets its own explanation', () => {
  const missed = shorts.flatMap((item) =>
    item.near
      .filter(({ match, why }) => {
        const grade = gradeItem(item, match)
        return grade?.score !== 0 || !grade.remark?.includes(why)
      })
      .map(({ match }) => `${item.id}: ${match}`),
  )
  expect(missed).toEqual([])
})

/** How keyboards, browsers and terminals change text. */
const disguises: [name: string, as: 'both' | 'command' | 'word', change: (text: string) => string][] = [
  ['em dashes', 'both', (text) => text.replaceAll('--', '\u2014')],
  ['en dashes', 'both', (text) => text.replace(/--?(?=\w)/g, '\u2013')],
  ['minus signs', 'both', (text) => text.replaceAll('-', '\u2212')],
  ['hyphens that do not break', 'both', (text) => text.replaceAll('-', '\u2011')],
  ['curly quotes', 'both', (text) => text.replaceAll("'", '\u2019').replaceAll('"', '\u201d')],
  ['no-break spaces', 'both', (text) => text.replaceAll(' ', '\u00a0')],
  ['invisible characters', 'both', (text) => text.split('').join('\u200b')],
  [
    'full-width forms',
    'both',
    (text) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  ],
  ['a final period', 'both', (text) => (text.endsWith('.') ? text : `${text}.`)],
  ['a final full stop', 'both', (text) => (text.endsWith('.') ? text : `${text}。`)],
  ['backticks', 'both', (text) => `\`${text}\``],
  ['a code fence', 'both', (text) => `\`\`\`bash\n${text}\n\`\`\``],
  ['quotes', 'word', (text) => (/["']/.test(text) ? text : `“${text}”`)],
  ['a prompt', 'command', (text) => `ada@host:~$ ${text}`],
  ['a prompt of root', 'command', (text) => `# ${text}`],
  ['a prompt of Windows', 'command', (text) => `PS C:\\shop> ${text}`],
  ['a first capital', 'command', (text) => text.replace(/^[a-z]/, (letter) => letter.toUpperCase())],
  [
    'a line for each word',
    'command',
    (text) => (/['"]/.test(text) ? text : text.replaceAll(' ', ' \\\r\n  ')),
  ],
]

test.each(disguises)(
  '%s: right answers stay right, and wrong ones stay wrong with their explanation',
  (_, as, change) => {
    const fitting = shorts.filter((item) => as === 'both' || item.as === as)
    const right = fitting.flatMap((item) =>
      item.accept
        .filter((form) => gradeItem(item, change(form))?.score !== 1)
        .map((form) => `${item.id}: ${form}`),
    )
    const wrong = fitting.flatMap((item) =>
      item.near
        .filter(({ match, why }) => {
          const grade = gradeItem(item, change(match))
          return grade?.score !== 0 || !grade.remark?.includes(why)
        })
        .map(({ match }) => `${item.id}: ${match}`),
    )
    expect([...right, ...wrong]).toEqual([])
  },
)
