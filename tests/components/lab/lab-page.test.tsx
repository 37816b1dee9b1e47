// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { scriptedMachine } from 'docker-in-browser/testing'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import type { Lab } from '#domain/lab/lab.ts'
import { LabSteps } from '#features/lab/lab-steps.tsx'
import { progressStore } from '#store/progress.ts'
import { resetBrowser } from '#tests/components/progress/course.ts'

const lab: Lab = {
  id: 'one-kernel',
  title: 'One kernel',
  minutes: 5,
  goal: 'See it.',
  files: [],
  steps: [
    {
      id: 'look',
      text: 'Run `uname` in [a container](/evolution/containers).',
      hint: 'Use `docker run`.',
      solution: 'docker run --name first busybox:1 uname -r',
      learnt: 'It is the same kernel.',
      check: { run: 'is-it-done', exit: 0, shows: '^done$' },
      wrong: [{ when: '^nearly$', says: 'It has another `name`.', example: 'docker run busybox:1 uname -r' }],
    },
    {
      id: 'end',
      text: 'End it.',
      solution: 'docker rm first',
      check: { run: 'is-it-gone', exit: 0 },
      wrong: [],
    },
  ],
}

function machineThatSays(answers: string[]) {
  return scriptedMachine({
    scripts: [{ pattern: /is-it-done/, result: () => ({ output: answers.shift() ?? '' }) }],
  })
}

async function show(answers: string[] = []) {
  const machine = machineThatSays(answers)
  await machine.start()
  render(
    <MemoryRouter>
      <LabSteps lab={lab} recorded={undefined} machine={machine} onTyped={() => {}} />
    </MemoryRouter>,
  )
  const [first, second] = within(screen.getByRole('list', { name: 'Steps' })).getAllByRole('listitem')
  if (!first || !second) throw new Error('two steps')
  return { machine, first: within(first), second: within(second) }
}

beforeEach(resetBrowser)

test('a step is not yet done, wrong or passed, and stays passed', async () => {
  const { first } = await show(['', 'nearly', 'done'])
  const check = first.getByRole('button', { name: /^Check/ })
  await userEvent.click(check)
  expect(first.getByRole('status')).toHaveTextContent(/^Not yet/)
  expect(progressStore.getState().labs).toEqual({})
  await userEvent.click(check)
  expect(first.getByRole('status')).toHaveTextContent(/^Not quiteIt has another name\.$/)
  await userEvent.click(check)
  expect(first.getByRole('status')).toHaveTextContent(/^PassedIt is the same kernel\.$/)
  expect(Object.keys(progressStore.getState().labs)).toEqual(['one-kernel.look'])
  expect(first.getByRole('heading')).toHaveTextContent(/^Step 1 done$/)
})

test('the solution follows the hint and can be typed into the terminal', async () => {
  const { machine, first, second } = await show()
  expect(
    first.getByText('Solution').closest('details')?.parentElement?.closest('details'),
  ).toBeInTheDocument()
  expect(
    second.getByText('Solution').closest('details')?.parentElement?.closest('details'),
  ).not.toBeInTheDocument()
  expect(first.getByText('--name'), 'an option is never broken after a hyphen').toHaveProperty(
    'tagName',
    'SPAN',
  )
  await userEvent.click(first.getByText('Type it into the terminal'))
  expect(machine.typed).toBe('docker run --name first busybox:1 uname -r\n')
})

test('a machine that does not respond gives no check result', async () => {
  const { machine, first } = await show(['done'])
  machine.setState({ kind: 'hung' })
  await userEvent.click(first.getByRole('button', { name: /^Check/ }))
  expect(first.getByRole('status')).toHaveTextContent(/did not respond/)
  expect(progressStore.getState().labs).toEqual({})
})

test('check results are cleared when a new machine starts', async () => {
  const before = machineThatSays([''])
  await before.start()
  const page = (machine: typeof before) => (
    <MemoryRouter>
      <LabSteps lab={lab} recorded={undefined} machine={machine} onTyped={() => {}} />
    </MemoryRouter>
  )
  const { rerender } = render(page(before))
  const [check] = screen.getAllByRole('button', { name: /^Check/ })
  if (check) await userEvent.click(check)
  expect(screen.getByText(/^Not yet/)).toBeInTheDocument()
  rerender(page(machineThatSays([])))
  expect(screen.queryByText(/^Not yet/)).not.toBeInTheDocument()
})

test('a running check cannot be started again, and its button keeps the focus', async () => {
  const { machine, first } = await show(['', 'done'])
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const run = machine.run
  machine.run = async (...args) => {
    await gate
    return run(...args)
  }
  const check = first.getByRole('button', { name: /^Check/ })
  await userEvent.click(check)
  expect(check).toHaveAttribute('aria-disabled', 'true')
  await userEvent.keyboard('{Enter}')
  expect(check).toHaveFocus()
  open()
  expect(await first.findByText(/^Not yet/)).toBeInTheDocument()
})

test('without a machine the steps are readable and have no buttons', () => {
  render(
    <MemoryRouter>
      <LabSteps lab={lab} recorded={undefined} machine={undefined} onTyped={() => {}} />
    </MemoryRouter>,
  )
  expect(screen.getByText('docker rm first')).toBeInTheDocument()
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
  expect(screen.getByRole('link', { name: /a container/ })).toHaveAttribute('target', '_blank')
})
