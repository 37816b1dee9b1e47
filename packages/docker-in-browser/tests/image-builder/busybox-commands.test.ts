import { expect, test } from 'vitest'
import { readBusyboxCommands } from '../../image-builder/busybox-commands.ts'

const program = (list: string) => Buffer.from(`\x7fELF … ${list}\0\0more`, 'latin1')

test('the commands are read from the program', () => {
  expect(readBusyboxCommands(program('[\0[[\0ash\0busybox\0run-parts'))).toEqual([
    ...['[', '[[', 'ash', 'busybox', 'run-parts'],
  ])
})

test.each([
  ['no list', 'ash\0busybox'],
  ['a list without busybox', '[\0[[\0ash'],
  ['a list with other bytes', '[\0[[\0a h\0busybox'],
])('%s is rejected', (_, list) => {
  expect(() => readBusyboxCommands(program(list))).toThrow(/list of commands/)
})
