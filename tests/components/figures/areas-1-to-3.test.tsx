// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { showFigure } from '../../support/show-figure.tsx'

test('average-and-peak: applications and peaks are chosen, and memory is typed, by keyboard', async () => {
  const { figure, description } = await showFigure('average-and-peak')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('At 8 p.m., they want 163%')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('they fit, as long as their peaks stay apart')
  await userEvent.tab()
  expect(within(figure).getByRole('textbox', { name: 'Memory of each' })).toHaveFocus()
  await userEvent.keyboard('65g')
  expect(description()).toContain('need 130 GiB of memory')
  await userEvent.keyboard('b!')
  expect(within(figure).getByRole('alert')).toHaveTextContent('Enter a size from 128m to 128g.')
  expect(description()).toContain('need 130 GiB of memory')
})

test('resource-tax: the isolation is chosen and numbers are typed by keyboard', async () => {
  const { figure, description } = await showFigure('resource-tax')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('7.5 GiB for your code and 3.5 GiB on top. There are 31 kernels to patch.')
  await userEvent.tab()
  expect(within(figure).getByRole('textbox', { name: 'Programs' })).toHaveFocus()
  await userEvent.keyboard('0')
  expect(within(figure).getByRole('alert')).toHaveTextContent('Enter a whole number, 1 to 100.')
  expect(description()).toContain('There are 31 kernels to patch.')
})

test('which-kernel: the runtime and what happens are chosen by keyboard', async () => {
  const { description } = await showFigure('which-kernel')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('prints the guest’s kernel, 6.18.35')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('The VM stops, and db with it')
})

test('what-a-container-sees: each namespace is a choice of its own by keyboard', async () => {
  const { figure, description } = await showFigure('what-a-container-sees')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('--pid=host')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('--pid=host --network host')
  const net = within(figure).getByRole('group', { name: 'net namespace' })
  expect(within(net).getByRole<HTMLInputElement>('radio', { name: 'host’s' })).toBeChecked()
})

test('shared-host: flags that Docker would refuse stay in the field and change nothing in the figure', async () => {
  const { figure, description } = await showFigure('shared-host')
  const field = within(figure).getByRole('textbox', { name: 'Flags of report' })
  await userEvent.type(field, '--cpus 0.5')
  expect(description()).toContain('web gets 1.75 of 4 CPUs')
  const before = description()
  await userEvent.type(field, ' --memory 5')
  expect(field).toHaveValue('--cpus 0.5 --memory 5')
  expect(field).toHaveAttribute('aria-invalid', 'true')
  expect(field).toHaveAccessibleDescription(/--memory takes a size .* The figure has not changed\.$/)
  expect(description()).toBe(before)
  await userEvent.type(field, '0m')
  expect(field).toHaveAttribute('aria-invalid', 'false')
  expect(description()).toContain('kills a process in report at its limit of 50 MiB')
  await userEvent.click(within(figure).getByRole('radio', { name: 'Shares' }))
  expect(field).toHaveValue('')
})

test('runtime-chain: what ends and live restore are chosen by keyboard', async () => {
  const { description } = await showFigure('runtime-chain')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('Live restore is off, so dockerd stops web')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('Live restore is on, so dockerd stops alone')
})

test('build-context: a list is typed, and its lines are switched, by keyboard', async () => {
  const { figure, description } = await showFigure('build-context')
  await userEvent.tab()
  await userEvent.tab()
  expect(within(figure).getByRole('textbox', { name: '.dockerignore' })).toHaveFocus()
  await userEvent.keyboard('**/.env*')
  expect(description()).toBe(
    'COPY . . gets 11 of 14 files, 31.9 MB. Line 1 keeps out .env, api/.env and api/.env.example.',
  )
  const lines = within(figure).getByRole('group', { name: 'Add or remove a line' })
  expect(within(lines).getByRole('checkbox', { name: '**/.env*' })).toBeChecked()
  within(lines).getByRole('checkbox', { name: '!**/.env.example' }).focus()
  await userEvent.keyboard(' ')
  expect(within(figure).getByRole('textbox')).toHaveValue('**/.env*\n!**/.env.example')
  expect(description()).toMatch(/Line 2 lets in api\/\.env\.example\.$/)
  for (const radio of within(figure).getAllByRole('radio')) expect(radio).not.toBeChecked()
})

test('build-context: a list that the builder rejects is described as such', async () => {
  const { figure, description } = await showFigure('build-context')
  await userEvent.type(within(figure).getByRole('textbox'), 'src/[[')
  expect(description()).toBe('The builder can’t read line 1, src/[, and builds nothing.')
})
