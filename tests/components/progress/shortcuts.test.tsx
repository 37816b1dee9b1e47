// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Shortcuts } from '#features/progress/shortcuts.tsx'
import { areShortcutsOn } from '#store/settings.ts'

test('single-key shortcuts are switched off and on, and are listed while they are on', async () => {
  render(<Shortcuts />)
  expect(screen.getByRole('row', { name: /^\/ Search$/ })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: /^Off/ }))
  expect(areShortcutsOn()).toBe(false)
  expect(screen.queryByRole('row', { name: /^\/ Search$/ })).not.toBeInTheDocument()
  expect(screen.getByRole('row', { name: /^Ctrl K/ })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('radio', { name: /^On/ }))
  expect(areShortcutsOn()).toBe(true)
})
