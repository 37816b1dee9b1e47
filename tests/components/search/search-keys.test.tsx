// @vitest-environment jsdom
import { act, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { emptyProgress } from '#domain/progress/progress.ts'
import { SearchLauncher } from '#features/search/search-launcher.tsx'
import { progressStore } from '#store/progress.ts'
import { setShortcuts } from '#store/settings.ts'

vi.mock('#features/search/search-dialog.tsx', () => ({ SearchDialog: () => <div role="dialog" /> }))

beforeEach(() => progressStore.setState(emptyProgress, true))

async function press(settings: KeyboardEventInit & { keyCode?: number }, on: Element = document.body) {
  const event = createEvent.keyDown(on, settings)
  await act(async () => {
    fireEvent(on, event)
  })
  return event.defaultPrevented
}

function launcher() {
  render(
    <MemoryRouter>
      <SearchLauncher address="/search" indexAddress="/index.json" />
      <input aria-label="Some field" />
    </MemoryRouter>,
  )
}

test.each([
  ['/', { key: '/', code: 'Slash' }],
  ['/ behind Shift', { key: '/', code: 'Digit7', shiftKey: true }],
  ['Ctrl K', { key: 'k', code: 'KeyK', ctrlKey: true }],
  ['Ctrl K with a Russian layout', { key: 'л', code: 'KeyK', ctrlKey: true }],
  ['Ctrl K with caps lock', { key: 'K', code: 'KeyK', ctrlKey: true }],
])('%s opens search', async (_, settings) => {
  launcher()
  expect(await press(settings)).toBe(true)
  expect(await screen.findByRole('dialog')).toBeInTheDocument()
})

test.each([
  ['Ctrl Shift K, the console of Firefox', { key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }],
  ['Ctrl Alt K', { key: 'k', code: 'KeyK', ctrlKey: true, altKey: true }],
  ['Windows K', { key: 'k', code: 'KeyK', metaKey: true }],
  ['Ctrl /', { key: '/', code: 'Slash', ctrlKey: true }],
  ['Ctrl and the key that is K elsewhere, with Dvorak', { key: 't', code: 'KeyK', ctrlKey: true }],
  ['/ of an input method', { key: '/', code: 'Slash', keyCode: 229 }],
  ['/ held down', { key: '/', code: 'Slash', repeat: true }],
])('%s does not open search', async (_, settings) => {
  launcher()
  expect(await press(settings)).toBe(false)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('a slash typed into a field does not open search', async () => {
  launcher()
  expect(await press({ key: '/', code: 'Slash' }, screen.getByLabelText('Some field'))).toBe(false)
})

test('with single-key shortcuts switched off, only Ctrl+K opens search, and the link says so', async () => {
  setShortcuts(false)
  launcher()
  expect(screen.getByRole('link', { name: 'Search' })).toHaveAttribute(
    'aria-keyshortcuts',
    'Control+K Meta+K',
  )
  expect(await press({ key: '/', code: 'Slash' })).toBe(false)
  expect(await press({ key: 'k', code: 'KeyK', ctrlKey: true })).toBe(true)
})
