import fc from 'fast-check'
import { expect, test } from 'vitest'
import { termsOf, tokenize } from '#domain/search/tokenize.ts'

test.each([
  ['--memory 64m', ['--memory', 'memory', '64m']],
  ['--memory=64m', ['--memory', 'memory', '64m']],
  ['.dockerignore', ['.dockerignore', 'dockerignore']],
  ['docker run', ['docker', 'run']],
  ['127.0.0.11', ['127.0.0.11']],
  ['-p 8080:80', ['-p', '8080:80']],
  ['overlay2', ['overlay2']],
  ['Multi-stage builds.', ['multi-stage', 'multi', 'stage', 'builds']],
  [
    '/sys/fs/cgroup/memory.max',
    ['/sys/fs/cgroup/memory.max', 'sys', 'fs', 'cgroup', 'memory.max', 'memory', 'max'],
  ],
  ['nginx:1.29-alpine', ['nginx:1.29-alpine', 'nginx', '1.29-alpine', 'alpine']],
  ['CAP_NET_ADMIN', ['cap_net_admin', 'cap', 'net', 'admin']],
  ['the OOM killer (again)', ['oom', 'killer', 'again']],
  ['"quoted", `code`; {{.Names}}', ['quoted', 'code', '.names', 'names']],
  ['a -it of the', ['-it']],
  ['Größe 12–18 %', ['größe', '12', '18']],
  [`sha256:${'a'.repeat(64)}`, ['sha256']],
  ['… — %', []],
])('%s has the terms %j', (text, expected) => {
  expect(termsOf(text)).toEqual(expected)
})

test('token offsets match the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { term, start, end } of tokenize(text))
        expect(text.slice(start, end).toLowerCase()).toBe(term)
    }),
  )
})
