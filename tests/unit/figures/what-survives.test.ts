import { expect, test } from 'vitest'
import {
  commands,
  type DataLocation,
  type DataState,
  dataLocations,
  dataStateAfter,
  hasContainer,
} from '#domain/figures/what-survives.ts'

test.each<[DataLocation, DataState[]]>([
  ['layer', ['in use', 'kept', 'gone', 'gone', 'gone']],
  ['named', ['in use', 'kept', 'kept', 'kept', 'gone']],
  ['anonymous', ['in use', 'kept', 'orphaned', 'orphaned', 'gone']],
  ['bind', ['in use', 'kept', 'kept', 'kept', 'kept']],
  ['tmpfs', ['in use', 'gone', 'gone', 'gone', 'gone']],
])('%s after up, stop, rm, down and down -v', (location, fates) => {
  expect(commands.map((command) => dataStateAfter(location, command))).toEqual(fates)
})

test.each(dataLocations)('%s: a stronger command never restores lost data', (location) => {
  const fates = commands.map((command) => dataStateAfter(location, command))
  const first = fates.indexOf('gone')
  if (first >= 0) expect(new Set(fates.slice(first))).toEqual(new Set(['gone']))
})

test('the writable layer lives as long as the container', () => {
  for (const command of commands)
    expect(dataStateAfter('layer', command) !== 'gone').toBe(hasContainer(command))
})
