// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { showFigure } from '../../support/show-figure.tsx'

test('file-life: a step is chosen and a size is typed by keyboard; an invalid size changes nothing', async () => {
  const { figure, description } = await showFigure('file-life')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('the whole file, 900 MB,')
  await userEvent.tab()
  const field = within(figure).getByRole('textbox', { name: 'Size of /index in the image' })
  expect(field).toHaveFocus()
  await userEvent.keyboard('big')
  expect(field).toHaveValue('big')
  expect(within(figure).getByRole('alert')).toHaveTextContent('Enter a size')
  expect(description()).toContain('the whole file, 900 MB,')
  await userEvent.clear(field)
  await userEvent.type(field, '1.5 GB')
  expect(description()).toContain('the whole file, 1.5 GB,')
})

test('bind-mount-owners: the daemon and the mount are chosen by keyboard', async () => {
  const { description } = await showFigure('bind-mount-owners')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('Docker runs as UID 1000')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('Nobody in the container can write')
})

test('two-limits: both limits are typed by keyboard; an invalid size changes nothing', async () => {
  const { figure, description } = await showFigure('two-limits')
  await userEvent.tab()
  const size = within(figure).getByRole('textbox', { name: 'Size of the tmpfs' })
  expect(size).toHaveFocus()
  await userEvent.keyboard('8m')
  expect(description()).toContain('The tmpfs is full at 8 MiB')
  await userEvent.tab()
  await userEvent.keyboard('5m')
  expect(within(figure).getByRole('alert')).toHaveTextContent('6m, the least that Docker takes')
  expect(description()).toContain('The tmpfs is full at 8 MiB')
})

test('two-stores: the store and the directories of the large disk are chosen by keyboard', async () => {
  const { description } = await showFigure('two-stores')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('27 GB doesn’t fit into 20 GB.')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('Both directories are on the large disk: 30 of 200 GB')
})
