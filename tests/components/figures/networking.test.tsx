// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { showFigure } from '../../support/show-figure.tsx'

test('who-resolves-whom: networks and client are chosen by keyboard', async () => {
  const { description } = await showFigure('who-resolves-whom')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toMatch(/proxy reaches api by name, and does not reach db or blog\.$/)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toMatch(/api reaches proxy and db by name, and does not reach blog\.$/)
})

test('who-gets-the-port: the network of each container is chosen by keyboard', async () => {
  const { description } = await showFigure('who-gets-the-port')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('on 127.0.0.1 it reaches the host’s Redis')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('api wants port 80 as well and fails')
})

test('vxlan-frame: an MTU is typed, and the switches are chosen by keyboard', async () => {
  const { figure, description } = await showFigure('vxlan-frame')
  await userEvent.tab()
  const field = within(figure).getByRole('textbox', { name: 'MTU of the wire, in bytes' })
  expect(field).toHaveFocus()
  await userEvent.clear(field)
  await userEvent.type(field, '1450')
  expect(description()).toContain('which leaves 1400 for a container’s packet.')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('which leaves 1380 for a container’s packet.')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('which leaves 1352 for a container’s packet.')
})

test('vxlan-frame: an invalid MTU stays in the field, is explained, and changes nothing in the figure', async () => {
  const { figure, description } = await showFigure('vxlan-frame')
  const before = description()
  const field = within(figure).getByRole('textbox', { name: 'MTU of the wire, in bytes' })
  await userEvent.clear(field)
  await userEvent.type(field, '15')
  expect(field).toHaveValue('15')
  expect(field).toHaveAttribute('aria-invalid', 'true')
  expect(field).toHaveAccessibleDescription('Enter a whole number, 1280 to 9216. The figure shows 1500.')
  expect(within(figure).getByRole('alert')).toBeInTheDocument()
  expect(description()).toBe(before)
  await userEvent.type(field, '00')
  expect(field).toHaveAttribute('aria-invalid', 'false')
  expect(within(figure).queryByRole('alert')).not.toBeInTheDocument()
})

test('seen-from-the-switch: the mode and the limit of the port are chosen by keyboard', async () => {
  const { description } = await showFigure('seen-from-the-switch')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('learns three MAC addresses')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('a switch port that allows one MAC address')
})
