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
