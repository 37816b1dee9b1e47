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
