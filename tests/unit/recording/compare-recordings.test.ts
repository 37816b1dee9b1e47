import { expect, test } from 'vitest'
import { compareRecordings } from '#domain/recording/compare-recordings.ts'
import type { Recording } from '#domain/recording/recording.ts'
import { formatDifference } from '#scripts/lab/format-difference.ts'

const recording: Recording = {
  session: 'a',
  engine: '28.5.2',
  client: '28.5.2',
  seen: '2026-11-26',
  commands: [
    { run: 'docker ps', exit: 0, output: 'CONTAINER ID   STATUS\na1fb2c3d4e5f   Up 2 seconds' },
    { run: 'docker rm web', exit: 0, output: 'web' },
  ],
}
const [first, second] = recording.commands

test('recordings that differ only in ids, times and date are equal', () => {
  const output = 'CONTAINER ID   STATUS\n0c9d8e7f6a5b   Up 31 seconds'
  const now = { ...recording, seen: '2027-01-02', commands: [{ ...first!, output }, second!] }
  expect(compareRecordings(recording, now)).toEqual([])
})

test('a different exit code is a difference, even if the output is the same', () => {
  const now = { ...recording, commands: [first!, { ...second!, exit: 1 }] }
  expect(compareRecordings(recording, now).map(formatDifference)).toEqual([
    'exit code of docker rm web\n  - 0\n  + 1',
  ])
})

test('different output is reported line by line, unnormalized', () => {
  const output = 'CONTAINER ID   STATUS\n0c9d8e7f6a5b   Exited (1)'
  const now = { ...recording, commands: [{ ...first!, output }, second!] }
  expect(compareRecordings(recording, now).map(formatDifference)).toEqual([
    'output of docker ps\n    CONTAINER ID   STATUS\n  - a1fb2c3d4e5f   Up 2 seconds\n  + 0c9d8e7f6a5b   Exited (1)',
  ])
})

test('a different engine or client version is a difference, because the page shows it', () => {
  const now = { ...recording, engine: '29.0.0', client: '29.0.1' }
  expect(compareRecordings(recording, now).map(({ where }) => where)).toEqual([
    'Docker Engine',
    'Docker’s client',
  ])
})

test('an added, a removed and a changed command are differences', () => {
  const more = [...recording.commands, { run: 'docker info', exit: 0, output: '' }]
  const other = [first!, { ...second!, run: 'docker rm -f web' }]
  for (const commands of [more, [first!], other])
    expect(compareRecordings(recording, { ...recording, commands })).not.toEqual([])
})

const composed = (...lines: string[]) => ({
  ...recording,
  commands: [{ run: 'docker compose up -d', exit: 0, output: ['[+] Running 2/2', ...lines].join('\n') }],
})

test('what Compose does in parallel may appear in any order', () => {
  const before = composed(' ✔ Container web  Started  1.2s', ' ✔ Container store  Started  18.0s')
  const after = composed(' ✔ Container store  Started  0.3s', ' ✔ Container web  Started  2.2s')
  expect(compareRecordings(before, after)).toEqual([])
  const failed = composed(' ✔ Container web  Started  1.2s', ' ✘ Container store  Error  18.0s')
  expect(compareRecordings(before, failed)).not.toEqual([])
  expect(compareRecordings(before, composed(' ✔ Container web  Started  1.2s'))).not.toEqual([])
})
