// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EnginePanel } from '#features/lab/engine/engine-panel.tsx'
import type { EngineStatus } from '#features/lab/engine/use-engine.ts'
import { recordedEngine } from '#tests/unit/engine/recorded.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Renders the panel. `change` updates the engine, and `settle` waits until changes are announced. */
function show(first: EngineStatus) {
  const { rerender } = render(<EnginePanel engine={first} />)
  const settle = () => act(() => vi.advanceTimersByTimeAsync(1500))
  return {
    settle,
    change: (engine: EngineStatus) => act(async () => rerender(<EnginePanel engine={engine} />)),
  }
}

const lane = (name: string) => {
  const networks = screen.getByRole('list', { name: 'Networks and containers' })
  return [...networks.children].find((each) => each.textContent?.startsWith(name)) as HTMLElement
}

test('a container is on its network with its port, state and image', () => {
  show(recordedEngine('web'))
  const [web] = within(lane('bridge')).getAllByRole('listitem')
  expect(web).toHaveTextContent('web')
  expect(web).toHaveTextContent('running')
  expect(web).toHaveTextContent('Port 8080 of the host leads to 80')
  expect(web).toHaveTextContent('web:1.0')
})

test('volumes and images are listed with the containers that use them', () => {
  show(recordedEngine('shop'))
  expect(screen.getByRole('list', { name: 'Volumes and bind mounts' })).toHaveTextContent(
    /shop_orders volume.*shop-db-1 \/data/,
  )
  expect(screen.getByRole('list', { name: 'Images' })).toHaveTextContent(/used by shop-db-1/)
})

test('changes that come together are announced once, and the first state is not announced', async () => {
  const { settle, change } = show(undefined)
  expect(screen.getByText('Asking the engine…')).toBeInTheDocument()
  await change('unresponsive')
  await change(recordedEngine('empty'))
  await settle()
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  await change(recordedEngine('web'))
  await change(recordedEngine('removed'))
  await change(recordedEngine('web'))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  await settle()
  expect(screen.getByRole('status')).toHaveTextContent('web started on bridge; port 8080 is published.')
})

test('the last known engine state is not shown as current when the engine stops answering', async () => {
  const { settle, change } = show(recordedEngine('web'))
  await change('unresponsive')
  expect(screen.queryByRole('list')).not.toBeInTheDocument()
  expect(screen.getByRole('status')).toHaveTextContent('The engine does not respond: it is not running.')
  await change(recordedEngine('removed'))
  await settle()
  expect(screen.getByRole('status')).toHaveTextContent('The engine responds again. web was removed.')
})
