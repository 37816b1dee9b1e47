// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { fakeImage, fakeWeb, manifestAddress, scriptedMachine } from 'docker-in-browser/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RecordingMachine } from '#features/lab/recording-machine.tsx'

vi.mock('#platform/lab-image.ts', () => ({
  labImageLocation: () => ({ manifestAddress, cacheName: 'image' }),
  readImageProgress: async () => null,
}))
vi.mock('#features/lab/terminal/terminal-pane.tsx', () => ({
  default: () => <textarea aria-label="Terminal" />,
}))

const recording = { script: 'make the files', commands: ['docker build -t shop .', 'docker run --rm shop'] }

function show({ isStored }: { isStored: boolean }) {
  const { files } = fakeImage()
  const web = fakeWeb(files)
  if (isStored) for (const [address, bytes] of files) web.stored.set(address, bytes)
  const machine = scriptedMachine({ scripts: [{ pattern: /^make the files$/, result: {} }] })
  const run = vi.spyOn(machine, 'run')
  const onClose = vi.fn()
  render(
    <RecordingMachine
      title="A build"
      recording={recording}
      createMachine={() => machine}
      onClose={onClose}
    />,
  )
  return { machine, run, onClose }
}

// Without `Worker`, the page would say that this browser cannot run a machine.
beforeEach(() => vi.stubGlobal('Worker', () => undefined))
afterEach(() => vi.unstubAllGlobals())

test('a stored machine starts immediately, is set up invisibly, and has the first command typed but not run', async () => {
  const { machine, run } = show({ isStored: true })
  expect(await screen.findByText('The machine is ready.')).toBeInTheDocument()
  await waitFor(() => expect(machine.typed).toBe('docker build -t shop .'))
  expect(run.mock.calls.map(([script]) => script)).toEqual(['make the files', ':'])
  expect(screen.getByRole('textbox', { name: 'Terminal' })).toHaveFocus()
})

test('a button types another command, and the focus returns to the terminal', async () => {
  const { machine } = show({ isStored: true })
  await waitFor(() => expect(machine.typed).toBe('docker build -t shop .'))
  await userEvent.click(screen.getByRole('button', { name: 'Type it : docker run --rm shop' }))
  expect(machine.typed).toBe('docker build -t shop .docker run --rm shop')
  expect(screen.getByRole('textbox', { name: 'Terminal' })).toHaveFocus()
})

test('a machine that must be downloaded waits for the reader, who sees its size', async () => {
  const { machine } = show({ isStored: false })
  expect(await screen.findByText(/the first time, then stored in this browser/)).toBeInTheDocument()
  expect(machine.state.kind).toBe('off')
  await userEvent.click(screen.getByRole('button', { name: 'Start the machine' }))
  expect(await screen.findByText('The machine is ready.')).toBeInTheDocument()
})

test('the setup script can be read', async () => {
  show({ isStored: true })
  await screen.findByText('The machine is ready.')
  await userEvent.click(screen.getByText('How this machine was prepared'))
  expect(screen.getByText('make the files')).toBeVisible()
})

test('closing is left to the page', async () => {
  const { onClose } = show({ isStored: false })
  await userEvent.click(screen.getByRole('button', { name: 'Close the machine' }))
  expect(onClose).toHaveBeenCalledOnce()
})
