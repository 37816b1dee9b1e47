import { expect, test } from 'vitest'
import {
  actualValue,
  type Change,
  type Command,
  commands,
  describeChange,
  type Edit,
  edits,
  fateOf,
  figureStates,
  hasData,
  parts,
  wantedValue,
} from '#domain/figures/what-up-changes.ts'

const changes: Change[] = edits.flatMap((edit) => commands.map((command) => ({ edit, command })))

test.each<[Edit, Command, string]>([
  ['none', 'up', 'as it is, as it is, as it is, as it is'],
  ['web', 'up', 'recreated, as it is, as it is, as it is'],
  ['db', 'up', 'as it is, recreated, as it is, as it is'],
  ['volume', 'up', 'as it is, as it is, as it is, asks first'],
  ['volume', 'up -y', 'as it is, recreated, as it is, recreated'],
  ['web', 'up -y', 'recreated, as it is, as it is, as it is'],
  ['web', 'restart', 'restarted, restarted, as it is, as it is'],
  ['none', 'down', 'removed, removed, removed, as it is'],
  ['none', 'down -v', 'removed, removed, removed, removed'],
])('edited: %s; %s: web, db, network and volume are %s', (edit, command, fates) => {
  expect(parts.map((part) => fateOf(part, { edit, command })).join(', ')).toBe(fates)
})

test('the data is deleted only by down -v, or by answering yes to the question about the volume', () => {
  const losing = changes.filter((change) => !hasData(change))
  expect(losing).toEqual([
    { edit: 'none', command: 'down -v' },
    { edit: 'web', command: 'down -v' },
    { edit: 'db', command: 'down -v' },
    { edit: 'volume', command: 'up -y' },
    { edit: 'volume', command: 'down -v' },
  ])
  for (const change of losing) expect(describeChange(change)).toContain('The data is gone.')
})

test('up changes containers and network to what the file says; restart leaves them as they were', () => {
  for (const edit of edits) {
    for (const part of parts.filter((each) => each !== 'volume')) {
      expect(actualValue(part, { edit, command: 'up' })).toBe(wantedValue(part, edit))
      expect(actualValue(part, { edit, command: 'restart' })).toBe(wantedValue(part, 'none'))
    }
  }
})

test('the first state is one in which nothing changes', () => {
  const [first] = figureStates
  expect(parts.map((part) => first && fateOf(part, first.value))).toEqual(Array(4).fill('as it is'))
})
