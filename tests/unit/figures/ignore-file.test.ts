import { expect, test } from 'vitest'
import { projectPaths } from '#domain/figures/build-context.ts'
import { decidingRule, isSent, parseIgnoreFile } from '#domain/figures/ignore-file.ts'
import recorded from './recorded-contexts.json' with { type: 'json' }

/**
 * The files that `COPY . /` copied into an image `FROM scratch` in real builds of two small trees. The JSON file says
 * how they were recorded.
 */
const trees: Record<string, readonly string[]> = recorded.trees

function pathsSent(tree: string, ignoreText: string): string[] | undefined {
  const { rules, invalidLine } = parseIgnoreFile(ignoreText)
  if (invalidLine) return undefined
  return (trees[tree] ?? []).filter((path) => isSent(decidingRule(rules, path))).toSorted()
}

function readPaths(list: string | null): string[] | undefined {
  return list?.split(' | ').filter(Boolean).toSorted()
}

test('the figure’s project is one of the trees', () => {
  expect(trees.project?.filter((path) => path !== '.dockerignore')).toEqual(projectPaths)
})

test.each(recorded.cases)(
  '$tree with $ignore: the model sends what BuildKit sends',
  ({ tree, ignore, sent }) => {
    expect(pathsSent(tree, ignore)).toEqual(readPaths(sent))
  },
)

/** The legacy builder skips ignored folders, even if an exception that begins with a wildcard matches inside. */
test.each(recorded.cases)('$tree with $ignore: the legacy builder sends the same, or less', (example) => {
  const ours = pathsSent(example.tree, example.ignore)
  if (example.sentByLegacyBuilder === undefined) return expect(ours).toEqual(readPaths(example.sent))
  for (const path of readPaths(example.sentByLegacyBuilder) ?? []) expect(ours).toContain(path)
})

test.each([
  ['a comment begins in the first column', '#a\n #b', [' #b'.trim()]],
  ['spaces around a pattern are dropped', '  a  \n! b', ['a', '! b']],
  ['an empty line is no rule', '\n\na\n', ['a']],
])('%s', (_, text, rules) => {
  expect(parseIgnoreFile(text).rules.map((rule) => rule.text)).toEqual(rules)
})

// Results of Moby’s own Go package patternmatcher, as vendored in Engine 29.7.2, for patterns that nobody should write.
test.each([
  ['docs\\build', 'docs/build', true],
  ['v\\d', 'v1', false],
  ['v\\d', 'vd', true],
  ['a\\*b', 'a*b', false],
  ['*.log|*.tmp', 'a.log', false],
  ['*.log|*.tmp', 'a.logs', false],
  ['*.log|*.tmp', 'b/c.tmp', false],
  ['*.log|*.tmp', 'b.txt', true],
  ['a|b', 'a', true],
  ['**/a|b', 'x/b', true],
  ['a|**', 'b', true],
  ['a|**', 'a|b', false],
  ['^a*', 'ab', false],
  ['^**', 'ab', true],
  ['a\n![c-a]', 'b', true],
])('%s: is %s sent? %s', (text, path, sent) => {
  const { rules, invalidLine } = parseIgnoreFile(text)
  expect(invalidLine).toBeUndefined()
  expect(isSent(decidingRule(rules, path))).toBe(sent)
})

test.each([
  '!',
  '!/',
  'src\\main.sh',
  '[',
  'a[',
  '[]',
  '[^]',
  '[a-]',
  '[-a]',
  '[c-a]',
  'x[^a-cz-y]',
  'a\\',
  '[\\',
])('%s is rejected, with its line', (pattern) => {
  expect(parseIgnoreFile(`.git\n${pattern}`).invalidLine).toMatchObject({ line: 2, text: pattern })
})
