import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeOutput } from '#domain/recording/normalize-output.ts'

const id = (seed: string) => seed.repeat(64).slice(0, 64)

const alike: [what: string, one: string, other: string][] = [
  ['a container id', id('a1f'), id('9c0')],
  ['a short id', 'a1fb2c3d4e5f   web', '0c9d8e7f6a5b   web'],
  ['a short id of digits only', '123456789012', '210987654321'],
  ['a digest', `sha256:${id('4e')}`, `sha256:${id('7d')}`],
  [
    'an id and its short form',
    `${id('a1f')} ${id('a1f').slice(0, 12)}`,
    `${id('9c0')} ${id('9c0').slice(0, 12)}`,
  ],
  ['a bridge named after its network', 'br-a1fb2c3d4e5f: UP', 'br-0c9d8e7f6a5b: UP'],
  [
    'the name of a container without a name',
    '9738cfc35515   busybox:1   reverent_jang',
    '75e5df87297f   busybox:1   tender_tesla',
  ],
  [
    'the port of a client',
    '[::ffff:172.17.0.1]:33124: response:404',
    '[::ffff:172.17.0.1]:53018: response:404',
  ],
  ['a swarm id', 'z4xj0y6zv0bhm0w1cx6p9q2ra *', 'a4xj0y6zv0bhm0w1cx6p9q2rb *'],
  ['a join token', 'SWMTKN-1-3pu6hszjas19xyp7gh-8vxv8rssmk7', 'SWMTKN-1-49nj1cmql0jkz5s954-1awxwuwd3z9'],
  ['a MAC address', 'ether 9a:1b:2c:3d:4e:5f', 'ether 02:42:ac:11:00:02'],
  ['a veth', 'veth1a2b3c4@if7: UP', 'vethf1e2d3c@if12: UP'],
  ['the number of an interface', '12: eth0@if11: <UP> mtu 1500', '16: eth0@if15: <UP> mtu 1500'],
  ['a namespace', 'pid:[4026532201]', 'pid:[4026532317]'],
  ['an age', 'Up 2 seconds', 'Up About a minute'],
  ['an age that moves a column', 'web   3 seconds ago   Up', 'web   14 seconds ago  Up'],
  ['a duration', '#5 DONE 0.3s', '#5 DONE 12.8s'],
  ['a duration of time', 'real\t0m0.31s', 'real\t1m12.05s'],
  ['milliseconds', 'time=0.412 ms', 'time=1.020 ms'],
  ['a limit that was waited for', 'timed out after 5001 milliseconds', 'timed out after 5013 milliseconds'],
  ['a time stamp', '2026-11-26T09:15:02.123456789Z ok', '2027-01-02T23:59:59Z ok'],
  ['a date of Docker', '2026-11-26 09:15:02 +0000 UTC', '2027-01-02 23:59:59 +0000 UTC'],
  ['a date of Unix', 'Thu Nov 26 09:15:02 UTC 2026', 'Sat Jan  2 23:59:59 UTC 2027'],
  [
    'a date of ls',
    '-rw-r--r-- 1 root root 5 Nov 26 09:15 note',
    '-rw-r--r-- 1 root root 5 Jan  2 23:59 note',
  ],
  ['a size', '1.24MB (virtual 3.1MB)', '1.3MB (virtual 3.15MB)'],
  ['a size with a blank', '12.5 MiB / 64 MiB', '12.7 MiB / 64 MiB'],
  ['memory in use', '252KiB / 32MiB', '2.2MiB / 32MiB'],
  ['a short size', '4.0K /var', '8.0K /var'],
  ['a spinner', 'Signing artifact... - Pushing signature', 'Pushing signature'],
  [
    'a process',
    'PID   USER     COMMAND\n  214 root     sleep',
    'PID   USER     COMMAND\n 1318 root     sleep',
  ],
]

test.each(alike)('%s may differ', (_, one, other) => {
  expect(normalizeOutput([one])).toEqual(normalizeOutput([other]))
})

const different: [what: string, one: string, other: string][] = [
  ['a word', 'Status: healthy', 'Status: unhealthy'],
  ['a name', 'a1fb2c3d4e5f   web', 'a1fb2c3d4e5f   api'],
  ['a name with an underscore', 'cpu_weight', 'io_weight'],
  ['a plain number', 'pids.max 20', 'pids.max 30'],
  ['a sentence with dots', 'Waiting... done', 'done'],
  ['a port', '127.0.0.1:8080->80/tcp', '0.0.0.0:8080->80/tcp'],
  ['an address', '172.18.0.2', '172.18.0.3'],
  ['a version', 'web 1.0', 'web 2.0'],
  ['nothing and something', '0B (virtual 3MB)', '6B (virtual 3MB)'],
  ['a unit of size', '1.2kB', '1.2MB'],
  ['a state', 'Up 2 seconds', 'Exited (137) 2 seconds ago'],
  ['the first process', 'PID   COMMAND\n    1 sleep', 'PID   COMMAND\n  214 sleep'],
  ['the user of a process', 'PID   USER\n  214 root', 'PID   USER\n  214 nobody'],
  ['a missing line', 'a\nb', 'a'],
  ['an indent', 'a:\n  b: c', 'a:\nb: c'],
  ['equal ids and different ones', `${id('a1f')}\n${id('a1f')}`, `${id('a1f')}\n${id('9c0')}`],
  ['the order of two ids', `${id('a1')} ${id('9c')} ${id('a1')}`, `${id('a1')} ${id('9c')} ${id('9c')}`],
  [
    'a namespace shared and one of its own',
    'net:[4026531840]\nnet:[4026531840]',
    'net:[4026531840]\nnet:[4026532201]',
  ],
]

test.each(different)('%s may not differ', (_, one, other) => {
  expect(normalizeOutput([one])).not.toEqual(normalizeOutput([other]))
})

test('an id keeps its placeholder from one command to the next', () => {
  const outputs = (first: string, second: string) => normalizeOutput([first, second])
  expect(outputs(id('a1'), id('a1').slice(0, 12))).toEqual(outputs(id('9c'), id('9c').slice(0, 12)))
  expect(outputs(id('a1'), id('a1'))).not.toEqual(outputs(id('a1'), id('9c')))
})

const hex = fc.stringMatching(/^[0-9a-f]{12}$/)
/** Words that cannot be part of an id, time or size. */
const word = fc.stringMatching(/^[g-ln-z]{2,8}$/)

test('replacing the ids of a text consistently changes nothing', () => {
  const places = fc.array(fc.nat(4), { minLength: 1, maxLength: 12 })
  const ids = fc.uniqueArray(hex, { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(places, ids, ids, word, (where, one, other, between) => {
      const text = (names: string[]) => [where.map((place) => names[place]).join(` ${between} `)]
      expect(normalizeOutput(text(one))).toEqual(normalizeOutput(text(other)))
    }),
  )
})

test('merging or splitting ids is a difference', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hex, { minLength: 2, maxLength: 2 }), ([one, other]) => {
      expect(normalizeOutput([`${one} ${one}`])).not.toEqual(normalizeOutput([`${one} ${other}`]))
    }),
  )
})

test('a changed word is detected anywhere among ids, times and sizes', () => {
  const piece = fc.oneof(word, hex, fc.constantFrom('3 seconds ago', '1.2MB', '2026-11-26', '0.3s', '0B'))
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 6 }),
      word,
      word,
      fc.array(piece, { maxLength: 6 }),
      (a, one, other, b) => {
        fc.pre(one !== other)
        const text = (middle: string) => [[...a, middle, ...b].join(' ')]
        expect(normalizeOutput(text(one))).not.toEqual(normalizeOutput(text(other)))
      },
    ),
  )
})

test('text without variable parts is compared unchanged', () => {
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1 })), (lines) => {
      const text = lines.map((words) => words.join(' ')).join('\n')
      expect(normalizeOutput([text])).toEqual([text])
    }),
  )
})
