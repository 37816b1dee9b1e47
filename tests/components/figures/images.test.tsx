// @vitest-environment jsdom
import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { showFigure } from '../../support/show-figure.tsx'

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
