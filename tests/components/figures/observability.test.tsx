// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { showFigure } from '../../support/show-figure.tsx'

test('log-rotation: options are typed; a driver that refuses one file empties the field', async () => {
  const { figure, description } = await showFigure('log-rotation')
  const [size, files] = ['max-size', 'max-file'].map((name) => within(figure).getByRole('textbox', { name }))
  if (!size || !files) throw new Error('no fields')
  await userEvent.type(size, '10m')
  await userEvent.type(files, '1')
  expect(description()).toContain('One file of 10 MB: 10 MB at most.')
  await userEvent.clear(size)
  await userEvent.type(size, 'ten')
  expect(size).toHaveAccessibleDescription(/^Enter a size above zero.* The figure has not changed\.$/)
  expect(description()).toContain('The log has no limit')
  await userEvent.click(within(figure).getAllByRole('radio', { name: 'local' }).at(-1) ?? figure)
  expect(description()).toContain('5 files of 20 MB: 100 MB at most')
  expect(within(figure).getByRole('textbox', { name: 'max-file' })).toHaveValue('')
})

test('scrape-to-alert: the load is chosen and the times are typed; an invalid time changes nothing', async () => {
  const { figure, description } = await showFigure('scrape-to-alert')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('nobody is woken')
  const field = within(figure).getByRole('textbox', { name: 'for (min)' })
  await userEvent.clear(field)
  expect(field).toHaveAccessibleDescription('Enter a whole number, 0 to 10. The figure has not changed.')
  expect(description()).toContain('nobody is woken')
  await userEvent.type(field, '2')
  expect(description()).toContain('it fires at minute 9.')
})

test('request-trace: progress, dropped header and calls are chosen by keyboard', async () => {
  const { description } = await showFigure('request-trace')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
  expect(description()).toContain('web takes 4 s')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(description()).toContain('api calls stock without the header: three traces.')
  await userEvent.keyboard('{ArrowLeft}')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowRight}')
  expect(description()).toContain('In the first, web takes 3.4 s')
})
