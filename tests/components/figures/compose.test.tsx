// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { showFigure } from '../../support/show-figure.tsx'

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
