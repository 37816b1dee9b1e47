// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://course.example/"}
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { fakeImage, fakeWeb, manifestAddress, scriptedMachine } from 'docker-in-browser/testing'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LabPage } from '#features/lab/lab-page.tsx'
import { LabsPage } from '#features/lab/labs-page.tsx'
import { resetBrowser } from '#tests/components/progress/course.ts'

beforeEach(() => {
  resetBrowser()
  vi.stubGlobal('Worker', () => undefined)
})
afterEach(() => vi.unstubAllGlobals())

/** The page of a lab on a site that has `manifest` in the manifest's place: an image's own, none, or any text. */
function show(manifest: 'of an image' | 'missing' | (string & {})) {
  const web = fakeWeb(fakeImage().files)
  if (manifest === 'missing') web.files.delete(manifestAddress)
  else if (manifest !== 'of an image') web.files.set(manifestAddress, new TextEncoder().encode(manifest))
  const step = { solution: 'docker ps', check: { run: 'true', exit: 0 }, wrong: [] }
  const lab = {
    id: 'one-kernel',
    title: 'One kernel',
    minutes: 5,
    goal: 'See it.',
    ownDocker: 'It needs a `Linux` host.',
    files: [],
    steps: [
      { ...step, id: 'look', text: 'Look.' },
      { ...step, id: 'end', text: 'End it.' },
    ],
  }
  const recorded = {
    seen: 'Docker Engine 28.5.2, November 26, 2026',
    steps: { look: [{ run: 'docker ps', output: 'CONTAINER ID', exit: 1 }] },
  }
  render(
    <MemoryRouter>
      <LabPage view={{ lab, recorded, labs: '/labs' }} makeMachine={() => scriptedMachine({})} />
    </MemoryRouter>,
  )
  return web
}

const startButton = () => screen.queryByRole('button', { name: 'Start the machine' })

test('where there is an image, its size is said once it is known', async () => {
  show('of an image')
  expect(screen.getByText(/Looking up its size/)).toBeDefined()
  expect(await screen.findByText(/0\.0 MB the first time/)).toBeDefined()
  expect(startButton()).not.toBeNull()
})

test.each([
  ['missing', /^This site does not have the machine/],
  ['null', /^This site does not have the machine/],
  ['<!doctype html><title>Not found</title>', /^This site does not have the machine/],
  ['{"format":2}', /is damaged, or was made for another version/],
  ['{"format":1,"memory', /is damaged, or was made for another version/],
])('where the manifest is %s, the page says so and has no machine to start', async (manifest, words) => {
  show(manifest)
  expect(await screen.findByText(words)).toBeDefined()
  expect(startButton()).toBeNull()
})

test('the lab is whole without an image', async () => {
  show('missing')
  await screen.findByText(/^This site does not have the machine/)
  expect(screen.getAllByText(/docker run .*docker-mastery-lab one-kernel/)).toHaveLength(1)
  expect(
    screen.getByText(/^curl -fsSL https:\/\/course\.example\/own-docker\/dockerfile\.txt \| docker build/),
  ).toBeDefined()
  expect(screen.getByText('check look')).toBeDefined()
  expect(screen.getByText('Linux').tagName).toBe('CODE')
  const recording = screen.getByRole('region', { name: 'What the solution of step 1 prints', hidden: true })
  expect(recording.textContent).toBe('docker ps\nCONTAINER ID\nexit code 1\n')
  expect(screen.getByText('Seen on Docker Engine 28.5.2, November 26, 2026')).toBeDefined()
})

test('offline, the image is asked for again by a button and when the network is back', async () => {
  const web = show('of an image')
  web.isOnline = false
  dispatchEvent(new Event('online'))
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(screen.getByText(/cannot be reached/)).toBeDefined()
  web.isOnline = true
  dispatchEvent(new Event('online'))
  expect(await screen.findByText(/0\.0 MB the first time/)).toBeDefined()
})

test('the list of labs says what is missing too', async () => {
  const web = fakeWeb(new Map())
  render(
    <MemoryRouter>
      <LabsPage view={{ areas: [], sandbox: '/labs/sandbox', settings: '/settings' }} />
    </MemoryRouter>,
  )
  expect(await screen.findByText(/^This site does not have the machine/)).toBeDefined()
  expect(web.asked).toEqual([manifestAddress])
})
