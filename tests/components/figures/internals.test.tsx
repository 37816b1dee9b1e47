// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { showFigure } from '../../support/show-figure.tsx'

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
