import { expect, test } from 'vitest'
import { parseEngineState } from '#features/lab/engine-state.ts'

const answers = [
  [{ Id: 'c0ffee', Names: ['/web'], Image: 'web:1.0', State: 'running', Status: 'Up 2 seconds' }],
  [
    { Id: 'sha256:1', RepoTags: ['busybox:1.37'], Size: 2_100_000 },
    { Id: 'sha256:2', RepoTags: null, Size: 5 },
  ],
  [{ Id: 'n1', Name: 'bridge', Driver: 'bridge' }],
  { Volumes: null },
]

test("the engine's four responses are parsed into one state", () => {
  const text = answers.map((answer) => JSON.stringify(answer)).join('\n\n')
  expect(parseEngineState(text)).toEqual({
    containers: [{ id: 'c0ffee', name: 'web', details: 'web:1.0 · Up 2 seconds', isRunning: true }],
    images: [
      { id: 'sha256:1', name: 'busybox:1.37', details: '2.1 MB' },
      { id: 'sha256:2', name: '<none>', details: '0.0 MB' },
    ],
    networks: [{ id: 'n1', name: 'bridge', details: 'bridge' }],
    volumes: [],
  })
})

test.each(['', 'null\nnull\nnull\nnull', 'curl: (7) could not connect'])(
  '%j is not an engine state',
  (text) => {
    expect(parseEngineState(text)).toBeUndefined()
  },
)
