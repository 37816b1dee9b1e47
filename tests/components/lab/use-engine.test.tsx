// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { scriptedMachine } from 'docker-in-browser/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useEngine } from '#features/lab/engine/use-engine.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function watched() {
  const machine = scriptedMachine()
  await machine.start()
  const run = vi.spyOn(machine, 'run')
  const { result, rerender } = renderHook(({ isUsable }) => useEngine(machine, isUsable), {
    initialProps: { isUsable: false },
  })
  return {
    run,
    view: () => result.current.engine,
    becomeReady: () => rerender({ isUsable: true }),
    hear: (...pieces: string[]) =>
      act(async () => pieces.forEach((piece) => void result.current.receive(piece))),
  }
}

const lists = ['1;images;.;[]', '2;networks;.;[]', '3;volumes;.;{"Volumes":[]}', '4;containers;.;[]']
const nothing = { containers: [], images: [], networks: [], volumes: [] }

test('the watch is started once the machine is ready, and its messages become the state', async () => {
  const { run, view, becomeReady, hear } = await watched()
  expect(run).not.toHaveBeenCalled()
  becomeReady()
  expect(run).toHaveBeenCalledOnce()
  await hear(...lists.slice(0, 3))
  expect(view()).toBeUndefined()
  await hear(lists[3] ?? '')
  expect(view()).toEqual(nothing)
})

test('an engine that stops is silent until it reports its state again', async () => {
  const { view, becomeReady, hear } = await watched()
  becomeReady()
  await hear(...lists)
  await hear('5;silent;.;')
  expect(view()).toBe('unresponsive')
  await hear('6;volumes;.;{"Volumes":[{"Name":"orders"}]}', '7;containers;.;[]')
  expect(view()).toEqual({ ...nothing, volumes: [{ name: 'orders' }] })
})

test('a watch that is silent for long is restarted, and one that reports that it is alive is not', async () => {
  const { run, becomeReady, hear } = await watched()
  becomeReady()
  for (let seconds = 0; seconds < 200; seconds += 20) {
    await hear('9;alive;.;')
    await act(() => vi.advanceTimersByTimeAsync(20_000))
  }
  expect(run).toHaveBeenCalledOnce()
  await act(() => vi.advanceTimersByTimeAsync(100_000))
  expect(run).toHaveBeenCalledTimes(2)
})
