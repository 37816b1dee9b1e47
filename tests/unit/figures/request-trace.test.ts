import { expect, test } from 'vitest'
import {
  type Dropper,
  depthOf,
  describeRequest,
  droppers,
  figureStates,
  formatSeconds,
  moments,
  ownMillis,
  type RequestSetup,
  spanIds,
  spansOf,
  tracesOf,
} from '#domain/figures/request-trace.ts'

const finished: RequestSetup = { moment: 'end', dropper: 'nobody', isParallel: false }
const setups = moments.flatMap((moment) =>
  droppers.flatMap((dropper) => [false, true].map((isParallel) => ({ moment, dropper, isParallel }))),
)

test.each<[Dropper, string[][]]>([
  ['nobody', [['checkout', 'order', 'first-call', 'second-call', 'query']]],
  ['web', [['checkout'], ['order', 'first-call', 'second-call', 'query']]],
  ['api', [['checkout', 'order'], ['first-call'], ['second-call', 'query']]],
])('%s drops the header: the traces are %j', (dropper, traces) => {
  const found = tracesOf(spansOf({ ...finished, dropper }))
  expect(found.map(({ spans }) => spans.map(({ id }) => id))).toEqual(traces)
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
})

test.each([
  [false, [700, 800, 600, 200, 1700], 4000],
  [true, [700, 800, 600, 200, 1700], 3400],
])('parallel calls %s: own times are %j, %i ms in total', (isParallel, own, total) => {
  const spans = spansOf({ ...finished, isParallel })
  expect(spans.map((span) => ownMillis(span, spans))).toEqual(own)
  expect(spans[0]?.end).toBe(total)
})

test('the own times of sequential calls add up to the total', () => {
  const spans = spansOf(finished)
  expect(spans.reduce((sum, span) => sum + ownMillis(span, spans), 0)).toBe(spans[0]?.end)
})

test('without the header, the time of a call looks like the caller’s own', () => {
  const spans = spansOf({ ...finished, dropper: 'web' })
  expect(spans[0] && ownMillis(spans[0], spans)).toBe(4000)
})

test.each(setups)(
  '$moment, $dropper drops, parallel $isParallel: a child span lies within its parent',
  (setup) => {
    const spans = spansOf(setup)
    for (const span of spans) {
      const parent = spans.find(({ id }) => id === span.parent)
      if (!parent) expect(depthOf(span, spans)).toBe(0)
      else {
        expect(span.start).toBeGreaterThanOrEqual(parent.start)
        expect(span.end).toBeLessThanOrEqual(parent.end)
      }
    }
    expect(describeRequest(setup)).not.toBe('')
  },
)

test('spans are only added to a trace, never removed', () => {
  const counts = moments.map((moment) => spansOf({ ...finished, moment }).length)
  expect(counts).toEqual([1, 2, spanIds.length, spanIds.length])
  expect(spansOf({ ...finished, moment: 'stock' }).map(({ isRunning }) => isRunning)).toEqual([
    true,
    true,
    false,
    true,
    true,
  ])
})

test.each([
  ['whole', 'One call waits for the other: `web` takes 4 s, 0.7 s of it for itself. The query takes 1.7 s.'],
  ['parallel', '`web` takes 3.4 s'],
  ['web-drops', '`web` calls `api` without the header: two traces.'],
  ['api-drops', '`api` calls `stock` without the header: three traces.'],
  ['growing', '4 of the 5 spans so far are still running.'],
])('%s: the description says %s', (id, sentence) => {
  expect(figureStates.find((state) => state.id === id)?.description).toContain(sentence)
})

test.each([
  [700, '0.7 s'],
  [4000, '4 s'],
])('%i ms are %s', (millis, text) => {
  expect(formatSeconds(millis)).toBe(text)
})
