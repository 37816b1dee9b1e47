// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { showFigure } from '../../support/show-figure.tsx'

test('supply-chain: the way in is chosen, and checks are switched, by keyboard', async () => {
  const { figure, description } = await showFigure('supply-chain')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('asks who signed it, and refuses')
  await userEvent.tab()
  expect(within(figure).getByRole('checkbox', { name: 'pin by digest' })).toHaveFocus()
  await userEvent.keyboard(' ')
  expect(description()).toContain('so this one doesn’t run')
})

test('name-of-an-image: a name is typed; one that Docker refuses stays, with its message and the rule', async () => {
  const { figure, description } = await showFigure('name-of-an-image')
  const field = within(figure).getByRole('textbox', { name: 'Name of an image' })
  await userEvent.clear(field)
  await userEvent.type(field, 'ghcr.io/shop/app:1.4')
  expect(description()).toContain('ghcr.io is a domain, because it has a dot.')
  await userEvent.type(field, '@sha256')
  expect(field).toHaveValue('ghcr.io/shop/app:1.4@sha256')
  expect(field).toHaveAttribute('aria-invalid', 'true')
  expect(description()).toContain(
    'invalid reference format. A digest is an algorithm, a colon and hex digits.',
  )
})

test('keyless-signing: what goes wrong and the identity are chosen by keyboard', async () => {
  const { figure, description } = await showFigure('keyless-signing')
  await userEvent.tab()
  within(figure).getByRole('radio', { name: 'no log entry' }).focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('expects example/shop and refuses')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('With .*, cosign verify lets it pass')
})

test('what-up-changes: the edit and the command are chosen by keyboard', async () => {
  const { description } = await showFigure('what-up-changes')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowLeft}')
  expect(description()).toContain('up asks before it recreates a volume')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('the volume is recreated, and db with it. The data is gone.')
})

test('name-lookup: who asks is chosen and a name is typed by keyboard; an invalid name changes nothing', async () => {
  const { figure, description } = await showFigure('name-lookup')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('In db, 127.0.0.11 knows api')
  await userEvent.tab()
  await userEvent.tab()
  const field = within(figure).getByRole('textbox', { name: 'Or another name' })
  expect(field).toHaveFocus()
  await userEvent.keyboard('web')
  expect(description()).toContain('There is a web on front')
  await userEvent.keyboard(':80')
  expect(field).toHaveValue('web:80')
  expect(within(figure).getByRole('alert')).toHaveTextContent('the port is not part of the question')
  expect(description()).toContain('There is a web on front')
})

test('merged-files: lines, tag, port and profile are chosen by keyboard; an invalid port changes nothing', async () => {
  const { figure, description } = await showFigure('merged-files')
  within(figure).getByRole('checkbox', { name: 'depends_on' }).focus()
  await userEvent.keyboard(' ')
  expect(description()).toContain('up refuses to start')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  const before = description()
  expect(before).toContain('127.0.0.1:8443:80 is added, and 8080:80 stays')
  const field = within(figure).getByRole('textbox', { name: 'Port in the override' })
  await userEvent.clear(field)
  await userEvent.type(field, '8443:8')
  expect(description()).toContain('8443:8 is added')
  await userEvent.type(field, 'x')
  expect(field).toHaveValue('8443:8x')
  expect(field).toHaveAccessibleDescription(
    /^Enter a host port and a container port, .* The figure has not changed\.$/,
  )
  expect(description()).toContain('8443:8 is added')
  await userEvent.tab({ shift: true })
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('up starts api, db and prometheus, whose profile is on.')
})

test('who-resolves-whom: networks and client are chosen by keyboard', async () => {
  const { description } = await showFigure('who-resolves-whom')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toMatch(/web reaches api by name, and does not reach db or blog\.$/)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toMatch(/api reaches web and db by name, and does not reach blog\.$/)
})

test('who-gets-the-port: the network of each container is chosen by keyboard', async () => {
  const { description } = await showFigure('who-gets-the-port')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('on 127.0.0.1 it reaches the host’s Redis')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('web2 wants port 8080 as well and fails')
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
