// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import { scriptedMachine } from 'docker-in-browser/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EnginePanel } from '#features/lab/engine-panel.tsx'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const engineWith = (name: string) =>
  `[{"Id":"1","Names":["/${name}"],"Image":"web:1.0","State":"running","Status":"Up"}]\n[]\n[]\n{"Volumes":null}\n`

/** The picture, opened, of a machine whose readings end when they are told to. */
async function show() {
  const machine = scriptedMachine()
  await machine.start()
  const readings: ((output: string) => void)[] = []
  machine.run = () => new Promise((resolve) => readings.push((output) => resolve({ exitCode: 0, output })))
  const picture = (commands: number) => <EnginePanel machine={machine} commands={commands} />
  const { rerender, container } = render(picture(0))
  container.querySelector('details')?.setAttribute('open', '')
  const pass = () => act(() => vi.advanceTimersByTimeAsync(500))
  await pass()
  return { readings, pass, ended: (commands: number) => act(async () => rerender(picture(commands))) }
}

test('the last known engine state is not shown as current when the engine stops answering', async () => {
  const { readings, pass, ended } = await show()
  readings[0]?.(engineWith('web'))
  await pass()
  expect(screen.getByRole('table')).toHaveTextContent('web')
  await ended(1)
  await pass()
  readings[1]?.('null\nnull\nnull\nnull\n')
  await pass()
  expect(screen.queryByRole('table')).not.toBeInTheDocument()
  expect(screen.getByText('The engine does not respond: it is not running.')).toBeInTheDocument()
})

test('commands that end during a query cause one more query', async () => {
  const { readings, pass, ended } = await show()
  for (const commands of [1, 2, 3]) {
    await ended(commands)
    await pass()
  }
  expect(readings).toHaveLength(1)
  readings[0]?.(engineWith('before'))
  await pass()
  expect(readings).toHaveLength(2)
  readings[1]?.(engineWith('after'))
  await pass()
  expect(screen.getByRole('table')).toHaveTextContent('after')
})
