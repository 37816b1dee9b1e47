import { expect, test } from 'vitest'
import { chooseState, followText, initialView, markReached } from '#domain/figures/stage.ts'

test.each([
  ['no mark in the lesson', [], -1],
  ['above the first mark', [false, false], -1],
  ['between two marks', [true, false], 0],
  ['below all of them', [true, true], 1],
  ['below one that is in a closed answer', [true, false, true], 2],
])('%s: of %o, mark %i is the current one', (_, isPassed, mark) => {
  expect(markReached(isPassed)).toBe(mark)
})

type Step = { to: number; state: string } | { choose: string }

test.each<[what: string, steps: Step[], shown: string, source: 'text' | 'reader']>([
  ['a lesson just opened', [], 'opening', 'reader'],
  ['a mark passed', [{ to: 0, state: 'a' }], 'a', 'text'],
  [
    'a mark passed and passed again upward',
    [
      { to: 0, state: 'a' },
      { to: -1, state: 'opening' },
    ],
    'opening',
    'text',
  ],
  [
    'a choice, and the same mark reported again',
    [{ to: 0, state: 'a' }, { choose: 'mine' }, { to: 0, state: 'a' }],
    'mine',
    'reader',
  ],
  ['a choice before the first mark', [{ choose: 'mine' }, { to: -1, state: 'opening' }], 'mine', 'reader'],
  [
    'a choice, and the next mark',
    [{ to: 0, state: 'a' }, { choose: 'mine' }, { to: 1, state: 'b' }],
    'b',
    'text',
  ],
])('%s', (_what, steps, shown, source) => {
  const view = steps.reduce(
    (before, step) =>
      'choose' in step ? chooseState(before, step.choose) : followText(before, step.to, step.state),
    initialView('opening'),
  )
  expect(view.value).toBe(shown)
  expect(view.source).toBe(source)
})
