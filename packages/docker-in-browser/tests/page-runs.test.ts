import { expect, test } from 'vitest'
import { fromRuns, toRuns } from '../src/image/page-runs.ts'

test.each([
  [[], []],
  [[7], [7, 1]],
  [
    [0, 1, 2],
    [0, 3],
  ],
  [
    [5, 6, 9, 3, 4, 2],
    [5, 2, 9, 1, 3, 2, 2, 1],
  ],
])('pages %j are the runs %j, and back', (pages, runs) => {
  expect(toRuns(pages)).toEqual(runs)
  expect(fromRuns(runs)).toEqual(pages)
})
