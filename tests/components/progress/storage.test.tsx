// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test, vi } from 'vitest'
import { SettingsPage } from '#features/progress/settings-page.tsx'
import { StorageBanner } from '#features/progress/storage-banner.tsx'
import { progressStore, startProgress } from '#store/progress.ts'
import { progressKey } from '#store/quarantine.ts'
import { reportDraftsStatus, reportSaveStatus, type SaveStatus, storageStatus } from '#store/save-status.ts'
import { resetBrowser } from './course.ts'

beforeEach(resetBrowser)

function showBanner() {
  return render(
    <MemoryRouter>
      <StorageBanner />
      <main id="main" tabIndex={-1} />
    </MemoryRouter>,
  )
}

/** The second status element: the first reports that the banner’s code failed to load. */
const banner = () => screen.getAllByRole('status')[1]!

/** Waits, because the banner’s code loads when it is first needed. */
const expectBanner = (words: RegExp) =>
  waitFor(() => expect(banner()).toHaveTextContent(words), { timeout: 5000 })

function showSettings() {
  return render(
    <MemoryRouter>
      <SettingsPage />
    </MemoryRouter>,
  )
}

test('while progress is saved, the banner is empty, also in prerendered pages', () => {
  showBanner()
  expect(banner()).toBeEmptyDOMElement()
})

test.each<[string, SaveStatus, RegExp, string[]]>([
  ['forbidden', { kind: 'forbidden' }, /does not let the site save/, ['Save a backup', 'Hide']],
  ['full', { kind: 'full' }, /This browser’s storage is full/, ['Save a backup', 'Hide']],
  ['newer', { kind: 'newer', version: 2 }, /newer version/, ['Reload the page', 'Save a backup', 'Hide']],
  [
    'unrecoverable',
    { kind: 'unrecoverable', reason: 'cut off' },
    /can’t be read.*cut off/,
    ['Save a backup', 'Hide'],
  ],
])('%s storage is reported, with what to do', async (_name, saving, words, buttons) => {
  reportSaveStatus(saving)
  showBanner()
  await expectBanner(words)
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(buttons)
})

test('a draft that cannot be saved is reported until it is saved, and progress that is saved does not hide it', async () => {
  reportDraftsStatus({ kind: 'full' })
  showBanner()
  await expectBanner(/This browser’s storage is full/)
  act(() => reportSaveStatus({ kind: 'saved', at: 5 }))
  expect(banner()).toHaveTextContent(/full/)
  act(() => reportDraftsStatus(undefined))
  expect(banner()).toBeEmptyDOMElement()
})

test('a dismissed message stays hidden until the status changes', async () => {
  reportSaveStatus({ kind: 'forbidden' })
  const { rerender } = showBanner()
  await expectBanner(/Hide/)
  await userEvent.click(screen.getByRole('button', { name: 'Hide' }))
  expect(banner()).toBeEmptyDOMElement()
  reportSaveStatus({ kind: 'full' })
  expect(screen.getByRole('main')).toHaveFocus()
  rerender(
    <MemoryRouter>
      <StorageBanner />
    </MemoryRouter>,
  )
  await expectBanner(/full/)
})

test('unreadable progress is quarantined, listed in the settings, retried and deleted', async () => {
  localStorage.setItem(progressKey, '{"version":1,"answers":[')
  startProgress()()
  const { unmount } = showBanner()
  await expectBanner(/could not be read\. Nothing was deleted/)
  await userEvent.click(screen.getByRole('button', { name: 'Hide' }))
  expect(banner()).toBeEmptyDOMElement()
  expect(screen.getByRole('main')).toHaveFocus()
  unmount()

  showSettings()
  const key = `${progressKey}.aside.1`
  expect(screen.getByText(key, { selector: 'code' })).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: `Try to read it again ${key}` }))
  expect(screen.getByText(/^Nothing changed\. This can’t be read/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: `Delete ${key}` }))
  expect(localStorage.getItem(key)).not.toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Delete it' }))
  expect(localStorage.getItem(key)).toBeNull()
  expect(screen.getByRole('heading', { name: 'Unreadable progress' })).toHaveFocus()
  expect(screen.getByText('No unreadable progress is left.')).toBeInTheDocument()
})

test('role and theme are chosen by radio button and saved', async () => {
  showSettings()
  await userEvent.click(screen.getByRole('radio', { name: /^Manager/ }))
  await userEvent.click(screen.getByRole('radio', { name: /^Dark/ }))
  const { role, theme } = progressStore.getState().settings
  expect([role?.value, theme?.value]).toEqual(['manager', 'dark'])
  expect(screen.getByRole('radio', { name: /^Dark/, checked: true })).toBeInTheDocument()
})

test('the settings show where progress is stored, its size and the save status', () => {
  showSettings()
  expect(screen.getByText('Progress is saved in this browser.')).toBeInTheDocument()
  expect(screen.getByText(progressKey)).toBeInTheDocument()
  expect(screen.getByText('0.1 KB, 0 answers')).toBeInTheDocument()
})

test('the settings show whether storage is persistent, and request it on demand', async () => {
  const persist = vi.fn(async () => true)
  Object.defineProperty(navigator, 'storage', {
    configurable: true,
    value: { persisted: async () => false, persist },
  })
  showSettings()
  await screen.findByText(/^This browser has not promised to keep it/)
  expect(persist).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Ask the browser to keep it' }))
  await screen.findByText(/^This browser has agreed/)
  expect(screen.getByText(/^Safari, and other browsers with its engine.*seven days/)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Save a backup' })).toBeInTheDocument()
  Object.defineProperty(navigator, 'storage', { configurable: true, value: undefined })
})

test('without JavaScript, or before it runs, the settings claim nothing about storage', () => {
  storageStatus.setState({ saveStatus: { kind: 'unknown' } })
  showSettings()
  expect(screen.queryByText('Progress is saved in this browser.')).not.toBeInTheDocument()
})
