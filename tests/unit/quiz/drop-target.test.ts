import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgeScrollSpeed, findDropTarget } from '#features/quiz/views/drop-target.ts'
import { insertAt, moveBy } from '#features/quiz/views/move-element.ts'

test.each([
  ['b', 0, 'bac'],
  ['a', 2, 'bca'],
  ['a', 9, 'bca'],
  ['c', -1, 'cab'],
  ['b', 1, 'abc'],
  ['x', 1, 'axbc'],
])('%s inserted at index %d of abc: %s', (line, place, expected) => {
  expect(insertAt([...'abc'], line, place).join('')).toBe(expected)
})

test('moving by an offset equals inserting at that index, and an unknown line changes nothing', () => {
  expect(moveBy([...'abc'], 'a', 1)).toEqual([...'bac'])
  expect(moveBy([...'abc'], 'c', 5)).toEqual([...'abc'])
  expect(moveBy([...'abc'], 'x', 1)).toEqual([...'abc'])
})

/** Three lines of 40 pixels, one below the other. */
const others = [0, 48, 96].map((top) => ({ top, height: 40 }))

test.each([
  ['above all lines', -30, undefined, 0],
  ['just above the first line’s middle', 19, undefined, 0],
  ['just below it', 21, undefined, 1],
  ['below the second', 69, undefined, 2],
  ['below all lines, without an area for unused lines', 900, undefined, 3],
  ['above the unused lines', 190, 200, 3],
  ['among the unused lines', 201, 200, 'unused'],
])('dragged %s', (_name, middle, asideTop, expected) => {
  expect(findDropTarget(middle, others, asideTop)).toBe(expected)
})

test('a line that has just moved stays there, whatever the heights', () => {
  const height = fc.integer({ min: 24, max: 200 })
  fc.assert(
    fc.property(
      fc.array(height, { minLength: 2, maxLength: 8 }),
      fc.nat(),
      fc.nat(1000),
      (heights, from, y) => {
        const dragged = from % heights.length
        const stacked = (order: number[]) => {
          let top = 0
          return new Map(
            order.map((line) => {
              const box = { top, height: heights[line] ?? 0 }
              top += box.height + 8
              return [line, box]
            }),
          )
        }
        const placeIn = (order: number[]) => {
          const boxes = stacked(order)
          return findDropTarget(
            y,
            order.filter((line) => line !== dragged).map((line) => boxes.get(line) ?? { top: 0, height: 0 }),
            undefined,
          )
        }
        // The line moves in one direction only, so it stops after at most as many steps as there are lines.
        let order = heights.map((_, line) => line)
        const places = [dragged]
        for (const _ of heights) {
          const place = Number(placeIn(order))
          order = insertAt(order, dragged, place)
          places.push(place)
        }
        const ways = places.slice(1).map((place, index) => Math.sign(place - (places[index] ?? place)))
        expect(new Set(ways.filter((way) => way !== 0)).size).toBeLessThanOrEqual(1)
        expect(placeIn(order)).toBe(order.indexOf(dragged))
      },
    ),
  )
})

test.each([
  ['in the middle of the window', 400, 0],
  ['at the lower edge', 799, 12],
  ['a little above it', 740, 1],
  ['below the window', 900, 12],
  ['under the page’s header', 70, -11],
  ['above the window', -20, -12],
])('%s, the page scrolls at the expected speed', (_name, pointer, expected) => {
  expect(edgeScrollSpeed(pointer, 800)).toBe(expected)
})
