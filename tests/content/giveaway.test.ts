import { describe, expect, test } from 'vitest'
import { compileContent, itemGroups } from '#scripts/content/compile.ts'
import { filesInMemory } from '#scripts/content/content-files.ts'
import { giveawayStatistics, hasAbsolute, hasReasonClause } from '#scripts/content/giveaway/statistics.ts'
import { statisticsTable } from '#scripts/content/giveaway/statistics-table.ts'
import { lineWith, problemsOf, quiz, today, validFiles } from './valid-content.ts'

/** The options of an item, in the order of the file. The right one starts with an asterisk. */
type Options = string[]

const even = '*A middle one|A long wrong option|Short|Also a middle'
const longest = '*The longest one of these here|A wrong one|Short|Another one'
const shortest = '*Short|A wrong one|A longer wrong one|Another one'
const balanced = [even, even, even, longest, shortest, longest, even].map((line, index) =>
  rotated(line.split('|'), index),
)

test('an area passes when correct options are mostly of medium length', () => {
  expect(problemsOf(withItems(balanced))).toEqual([])
})

test.each([
  {
    name: 'never the longest',
    items: balanced.map((item) => (item.join().includes('*The longest') ? even.split('|') : item)),
    expected: 'images: the right option to be the longest in at least 10% of 8 single items',
    found: /^0, 0%; change some of images\.layers\.q-read, images\.layers\.q-s0, /,
  },
  {
    name: 'too often the longest',
    items: balanced.map((item, index) => (index < 4 ? rotated(longest.split('|'), index) : item)),
    expected: 'images: the right option to be the longest in at most 45% of 8 single items',
    found: /^5, 63%; change some of images\.layers\.q-s0, .*, images\.layers\.q-s5$/,
  },
  {
    name: 'too often the shortest',
    items: balanced.map((item, index) => (index > 2 ? rotated(shortest.split('|'), index) : item)),
    expected: 'images: the right option to be the shortest in at most 45% of 8 single items',
    found: /^5, 63%; change some of /,
  },
  {
    name: 'mostly in one position',
    items: balanced.map((item) => [...item].sort((a, b) => Number(isRight(b)) - Number(isRight(a)))),
    expected: 'images: right options spread over all positions',
    found: /^7 of 8 at position 1; change some of /,
  },
  {
    name: 'without the reasons that wrong ones have',
    items: balanced.map((item, index) =>
      item.map((text) => (!isRight(text) && index < 3 ? `${text} since it is` : text)),
    ),
    expected: 'images: a reason clause as often in right as in wrong options, give or take 15%',
    found: /^0% of the right and 3\d% of the wrong; change some of images\.layers\.q-s0/,
  },
  {
    name: 'with the absolutes that wrong ones lack',
    items: balanced.map((item, index) =>
      item.map((text) => (isRight(text) && index < 5 ? text.replace('*', '*All ') : text)),
    ),
    expected: 'images: an absolute as often in right as in wrong options, give or take 15%',
    found: /^\d\d% of the right and 0% of the wrong; change some of /,
  },
  {
    name: 'found by ruling out the longest and the absolute',
    items: balanced.map((item) =>
      item.map((text) => (text === 'Short' || text === 'A wrong one' ? `${text} only` : text)),
    ),
    expected:
      'images: at most 31% right for someone who rules out the longest option and those with absolutes',
    found: /^\d\d%; change some of /,
  },
])('an area whose right options are $name is rejected', ({ items, expected, found }) => {
  const files = withItems(items)
  const problem = problemsOf(files).find((candidate) => candidate.expected === expected)
  expect(problem).toMatchObject({ file: quiz, found: expect.stringMatching(found) })
})

test('the problem is reported at the options of the first item to change', () => {
  const files = withItems(
    balanced.map((item, index) => (index < 4 ? rotated(longest.split('|'), index) : item)),
  )
  const start = lineWith(files, quiz, '- id: images.layers.q-s0')
  expect(problemsOf(files)[0]?.line).toBe(start + 9)
})

test('a course in which every multi item has two correct options is rejected', () => {
  const problems = problemsOf({ ...validFiles, [quiz]: `${validFiles[quiz]}${multis(12)}` })
  expect(problems.map(({ expected }) => expected)).toEqual([
    'the course: at least 1 of 14 multi items with exactly one right option',
    'the course: at least 1 of 14 multi items with right options only',
  ])
  expect(problems[0]?.found).toMatch(/^0; change some of images\.layers\./)
})

test('the table shows every area and the bounds', () => {
  const table = statisticsTable(itemGroups(compileContent(filesInMemory(withItems(balanced)), today)))
  expect(table).toMatch(/^images +8 +2 \(25%\) +2 \(25%\)/m)
  expect(table).toMatch(/^bound /m)
})

describe('words', () => {
  test.each(['It stops, so nothing is lost', 'It stops because it must', 'It is kept, as the volume stays'])(
    '“%s” gives a reason',
    (text) => expect(hasReasonClause({ text })).toBe(true),
  )
  test.each(['Run it as root', 'It is not so large', 'The `since` option'])('“%s” gives no reason', (text) =>
    expect(hasReasonClause({ text })).toBe(false),
  )
  test.each(['It never stops', 'Only root may', 'No port is open'])('“%s” is absolute', (text) =>
    expect(hasAbsolute({ text })).toBe(true),
  )
  test.each(['Drop with `--cap-drop all`', 'It may stop'])('“%s” is not absolute', (text) =>
    expect(hasAbsolute({ text })).toBe(false),
  )
})

test('eliminating every option leaves a random guess', () => {
  const files = withItems([['*All', 'None of', 'Only that', 'Never this way']])
  const { pages } = compileContent(filesInMemory(files), today)
  const last = pages.flatMap(({ items }) => items).filter(({ id }) => id === 'images.layers.q-s0')
  expect(giveawayStatistics(last).strategy).toBe(0.25)
})

function multis(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index)
  return numbers
    .map(
      (index) => `- id: images.layers.q-m${index}
  rev: 1
  kind: multi
  objective: images.layers.read
  roles: [beginner]
  difficulty: 1
  stem: What holds?
  explain: Remember this.
  home: a-stack-of-sheets
  options:
    - { id: a, text: One, right: true, why: It is said. }
    - { id: b, text: Two, right: true, why: It is said. }
    - { id: c, text: Three, right: false, why: It is not. }
  sources: [https://docs.docker.com/reference/cli/docker/image/history/]
`,
    )
    .join('')
}

function isRight(text: string): boolean {
  return text.startsWith('*')
}

/** The same options, rotated by some places. */
function rotated(options: Options, by: number): Options {
  return options.map((_, index) => options[(index + by) % options.length] ?? '')
}

/** The valid course with additional items that have one right option. */
function withItems(items: Options[]): Record<string, string> {
  const added = items.map((options, index) => {
    const lines = options.map((text, at) => {
      const right = isRight(text) ? ', right: true' : ''
      return `    - { id: o${at}, text: "${text.replace('*', '')}"${right}, why: It is said. }`
    })
    return `- id: images.layers.q-s${index}
  rev: 1
  kind: single
  objective: images.layers.read
  roles: [beginner]
  difficulty: 1
  stem: What holds?
  explain: Remember this.
  home: a-stack-of-sheets
  options:
${lines.join('\n')}
  sources: [https://docs.docker.com/reference/cli/docker/image/history/]
`
  })
  return { ...validFiles, [quiz]: `${validFiles[quiz]}${added.join('')}` }
}
