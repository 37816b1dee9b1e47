// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Machine } from 'docker-in-browser'
import { fakeImage, fakeWeb, manifestAddress, scriptedMachine } from 'docker-in-browser/testing'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LabPage } from '#features/lab/lab-page.tsx'
import { resetBrowser } from '#tests/components/progress/course.ts'

vi.mock('#platform/lab-image.ts', () => ({
  labImageLocation: () => ({ manifestAddress, cacheName: 'image' }),
  readImageProgress: async () => null,
}))
vi.mock('#features/lab/terminal/terminal-pane.tsx', () => ({
  default: () => <textarea aria-label="Terminal" />,
}))

const lab = {
  id: 'one-kernel',
  title: 'One kernel',
  minutes: 5,
  goal: 'See it.',
  files: [],
  steps: [{ id: 'look', text: 'Look.', solution: 'docker ps', check: { run: 'true', exit: 0 }, wrong: [] }],
}

beforeEach(() => {
  resetBrowser()
  // Without `Worker`, the page would say that this browser cannot run a machine.
  vi.stubGlobal('Worker', () => undefined)
  fakeWeb(fakeImage().files)
})
afterEach(() => vi.unstubAllGlobals())

/** The steps of a lab page whose machine has been started. */
async function showSteps(machine: Machine): Promise<void> {
  render(
    <MemoryRouter>
      <LabPage data={{ lab, labs: '/labs' }} createMachine={() => machine} />
    </MemoryRouter>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Start the machine' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Steps' }))
}

test('typing a solution into the terminal shows the machine, and the focus is on its tab', async () => {
  const machine = scriptedMachine({})
  await showSteps(machine)
  await userEvent.click(await screen.findByText('Type it into the terminal'))
  expect(machine.typed).toBe('docker ps\n')
  const tab = screen.getByRole('button', { name: 'Machine' })
  expect(tab).toHaveAttribute('aria-pressed', 'true')
  expect(tab).toHaveFocus()
})

test('passing the last step is announced', async () => {
  const machine = scriptedMachine({ scripts: [{ pattern: /true/, result: () => ({ output: '' }) }] })
  await showSteps(machine)
  // A live region announces what is added to it, so it is there before.
  const [, end] = screen.getAllByRole('status')
  expect(end).toBeEmptyDOMElement()
  await userEvent.click(await screen.findByRole('button', { name: /^Check/ }))
  expect(await screen.findByText('All steps done')).toBeInTheDocument()
  expect(end).toHaveTextContent('All steps done')
})
