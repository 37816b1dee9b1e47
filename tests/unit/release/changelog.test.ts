import { expect, test } from 'vitest'
import { releaseChangelog } from '#scripts/release/changelog.ts'

const changelog = `# Changelog

For readers. Newest first.

## Unreleased

Links open from mail.

## 0.9.0, 2026-11-23

The course runs.
`

test('a release dates the unreleased section, adds a new one above it, and returns its text as release notes', () => {
  const release = releaseChangelog(changelog, '0.10.0', '2026-12-01')
  expect(release).toEqual({
    kind: 'ready',
    notes: 'Links open from mail.',
    changelog: `# Changelog

For readers. Newest first.

## Unreleased

## 0.10.0, 2026-12-01

Links open from mail.

## 0.9.0, 2026-11-23

The course runs.
`,
  })
})

test('the first release needs no earlier release', () => {
  const first = releaseChangelog('# Changelog\n\n## Unreleased\n\nAll of it.\n', '0.1.0', '2026-11-23')
  expect(first).toMatchObject({ kind: 'ready', notes: 'All of it.' })
})

test.each([
  ['1.0', changelog, /three numbers/],
  ['v1.0.0', changelog, /three numbers/],
  ['0.9.0', changelog, /higher than 0\.9\.0/],
  ['0.8.9', changelog, /higher than 0\.9\.0/],
  ['1.0.0', '# Changelog\n', /must have a section/],
  ['1.0.0', changelog.replace('Links open from mail.', ''), /is empty/],
])('version %s is rejected', (version, text, reason) => {
  const release = releaseChangelog(text, version, '2026-12-01')
  expect(release).toEqual({ kind: 'rejected', reason: expect.stringMatching(reason) })
})
