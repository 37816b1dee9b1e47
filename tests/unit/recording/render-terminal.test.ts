import { expect, test } from 'vitest'
import { renderTerminal } from '#scripts/lab/render-terminal.ts'

const received: [what: string, bytes: string, shown: string][] = [
  ['plain lines', 'a\r\nb\r\n', 'a\nb'],
  ['colours', '\x1b[31mred\x1b[0m\r\n', 'red'],
  ['a line drawn over', 'half done\r\x1b[Kdone\r\n', 'done'],
  [
    'progress over several lines',
    'a: 1 %\r\nb: 1 %\r\n\x1b[2A\x1b[Ka: ok\r\n\x1b[Kb: ok\r\n',
    'a: ok\nb: ok',
  ],
  ['a line longer than the terminal', `${'long '.repeat(50)}end\r\n`, `${'long '.repeat(50)}end`],
  ['blanks at the ends of lines', 'a   \r\n  b\r\n\r\n', 'a\n  b'],
  ['nothing', '', ''],
]

test.each(received)('a screen shows %s as a reader sees them', async (_, bytes, shown) => {
  expect(await renderTerminal(bytes)).toBe(shown)
})
