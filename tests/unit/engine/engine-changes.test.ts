import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engine } from '#domain/engine/engine.ts'
import { describeChanges, summarizeChanges } from '#domain/engine/engine-changes.ts'
import { anyEngine } from './arbitraries.ts'
import { type RecordedEngine, recordedEngine } from './recorded.ts'

const recordings: [before: RecordedEngine, after: RecordedEngine, sentences: string[]][] = [
  ['empty', 'web', ['`web` started on `bridge`; port 8080 is published.']],
  ['web', 'removed', ['`web` was removed.', 'Image `web:1.0` is no longer used.']],
]

test.each(recordings)('from %s to %s', (before, after, sentences) => {
  expect(describeChanges(recordedEngine(before), recordedEngine(after))).toEqual(sentences)
})

const web: Engine['containers'][number] = {
  id: '1',
  name: 'web',
  image: 'web:1.0',
  imageId: 'i1',
  condition: 'running',
  ports: [],
  connections: [{ networkId: 'n1', network: 'shop' }],
  mounts: [],
}
type Change = Partial<Engine['containers'][number]>

test.each<[name: string, before: Change, after: Change, sentences: string[]]>([
  ['an exit', {}, { condition: 'exited', exitCode: 137 }, ['`web` exited with code 137.']],
  ['a start', { condition: 'exited', exitCode: 0 }, {}, ['`web` started on `shop`.']],
  [
    'a start without a network',
    { condition: 'created', connections: [] },
    { connections: [] },
    ['`web` started.'],
  ],
  ['a health check', { condition: 'starting' }, { condition: 'healthy' }, ['`web` is healthy.']],
  ['a failed health check', { condition: 'healthy' }, { condition: 'unhealthy' }, ['`web` is unhealthy.']],
  ['a pause', {}, { condition: 'paused' }, ['`web` is paused.']],
  ['the end of a pause', { condition: 'paused' }, {}, ['`web` is running again.']],
  ['a restart policy', {}, { condition: 'restarting' }, ['`web` is restarting.']],
  ['another name', {}, { name: 'shop' }, ['`web` is now called `shop`.']],
  [
    'another network',
    {},
    { connections: [{ networkId: 'n2', network: 'data' }] },
    ['`web` was connected to `data`.', '`web` was disconnected from `shop`.'],
  ],
  [
    'a start with two ports',
    { condition: 'created' },
    {
      ports: [
        { hostPort: 80, containerPort: 80, protocol: 'tcp' },
        { hostPort: 443, containerPort: 443, protocol: 'tcp' },
      ],
    },
    ['`web` started on `shop`; ports 80 and 443 are published.'],
  ],
])('%s of a container is described', (_, before, after, sentences) => {
  const engine = (change: Change): Engine => ({
    networks: [],
    volumes: [],
    images: [],
    containers: [{ ...web, ...change }],
  })
  expect(describeChanges(engine(before), engine(after))).toEqual(sentences)
})

test('an image whose names change is described by the name that it keeps', () => {
  const engine = (names: string[]): Engine => ({
    networks: [],
    volumes: [],
    containers: [],
    images: [{ id: 'sha256:0123456789abcdef', names, sizeBytes: 1 }],
  })
  expect(describeChanges(engine(['web:1']), engine(['web:1', 'web:2']))).toEqual([
    'Image `web:1` is now also called `web:2`.',
  ])
  expect(describeChanges(engine(['web:1']), engine([]))).toEqual([
    'Image `0123456789ab` lost the name `web:1`.',
  ])
})

test('an unchanged state has no description', () => {
  fc.assert(
    fc.property(anyEngine, (engine) => {
      expect(describeChanges(engine, engine)).toEqual([])
    }),
  )
})

test('what was added or removed is described by its name', () => {
  const nothing: Engine = { networks: [], containers: [], volumes: [], images: [] }
  fc.assert(
    fc.property(anyEngine, (engine) => {
      const count =
        engine.networks.length + engine.containers.length + engine.volumes.length + engine.images.length
      expect(describeChanges(nothing, engine)).toHaveLength(count)
      expect(describeChanges(engine, nothing)).toHaveLength(count)
    }),
  )
})

test('every change of a container’s condition is described in sentences', () => {
  fc.assert(
    fc.property(anyEngine, anyEngine, (before, after) => {
      const sentences = describeChanges(before, after)
      for (const { id, name, condition } of after.containers) {
        const earlier = before.containers.find((each) => each.id === id)
        if (earlier?.condition !== condition)
          expect(sentences.some((sentence) => sentence.startsWith(`\`${name}\``))).toBe(true)
      }
      for (const sentence of sentences) expect(sentence).toMatch(/^[`A-Z].*\.$/)
    }),
  )
})

test('a summary has few sentences, and says how many it leaves out', () => {
  expect(summarizeChanges(['One.', 'Two.', 'Three.', 'Four.'])).toBe('One. Two. Three. Four.')
  expect(summarizeChanges(['One.', 'Two.', 'Three.', 'Four.', 'Five.'])).toBe(
    'One. Two. Three. And 2 more changes.',
  )
})
