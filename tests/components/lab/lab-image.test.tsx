// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://course.example/"}
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { fakeImage, fakeWeb, manifestAddress, scriptedMachine } from 'docker-in-browser/testing'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LabPage } from '#features/lab/lab-page.tsx'
import { LabsPage } from '#features/lab/labs-page.tsx'
import { resetBrowser } from '#tests/components/progress/course.ts'

beforeEach(() => {
  resetBrowser()
  vi.stubGlobal('Worker', () => undefined)
})
afterEach(() => vi.unstubAllGlobals())

/** Renders a lab page of a site whose manifest is valid, missing or some other text. */
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
    recordedOn: 'Docker Engine 28.5.2, November 26, 2026',
    steps: { look: [{ run: 'docker ps', output: 'CONTAINER ID', exit: 1 }] },
  }
  render(
    <MemoryRouter>
      <LabPage data={{ lab, recorded, labs: '/labs' }} createMachine={() => scriptedMachine({})} />
    </MemoryRouter>,
  )
  return web
}

const progressAddress = manifestAddress.replace('manifest', 'progress')
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const preparing = {
  state: 'preparing',
  step: 'Making the disk',
  number: 10,
  count: 14,
  fraction: 0.4,
  secondsLeft: 420,
}

/** The commands that can be copied. */
const commands = () =>
  screen
    .getAllByRole('button', { name: /^Copy/ })
    .map((button) => button.parentElement?.querySelector('code')?.textContent)

const startButton = () => screen.queryByRole('button', { name: 'Start the machine' })

test('if there is an image, its size is shown once it is known', async () => {
  show('of an image')
  expect(screen.getByText(/Looking up its size/)).toBeDefined()
  expect(await screen.findByText(/0\.0 MB the first time/)).toBeDefined()
  expect(startButton()).not.toBeNull()
})

test.each([
  ['missing', /^This site does not have the machine/],
  ['null', /^This site does not have the machine/],
  ['<!doctype html><title>Not found</title>', /^This site does not have the machine/],
  ['{"format":2}', /is damaged, or newer than this page/],
  ['{"format":1,"memory', /is damaged, or newer than this page/],
])('if the manifest is %s, the page says so and has no machine to start', async (manifest, words) => {
  show(manifest)
  expect(await screen.findByText(words)).toBeDefined()
  expect(startButton()).toBeNull()
})

test('the lab is complete without an image', async () => {
  show('missing')
  await screen.findByText(/^This site does not have the machine/)
  expect(commands()).toEqual([
    expect.stringMatching(
      /^curl -fsSL https:\/\/course\.example\/own-docker\/dockerfile\.txt \| docker build/,
    ),
    expect.stringMatching(/^docker run .*docker-mastery-lab one-kernel$/),
  ])
  expect(screen.getByText('check look')).toBeDefined()
  expect(screen.getByText('Linux').tagName).toBe('CODE')
  const note = screen.getByText(/^It needs a/)
  expect(note.compareDocumentPosition(screen.getByText(/^Build it once/))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  )
  for (const link of screen.getAllByRole('link', { name: 'On your own Docker' }))
    expect(document.querySelector(link.getAttribute('href') ?? '')?.textContent).toBe('On your own Docker')
  const recording = screen.getByRole('region', { name: 'What the solution of step 1 prints', hidden: true })
  expect(recording.textContent).toBe('docker ps\nCONTAINER ID\nexit code 1\n')
  expect(screen.getByText('Seen on Docker Engine 28.5.2, November 26, 2026')).toBeDefined()
})

test('offline, a button retries loading the manifest, and so does the return of the network', async () => {
  const web = show('of an image')
  web.isOnline = false
  dispatchEvent(new Event('online'))
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(screen.getByText(/cannot be reached/)).toBeDefined()
  web.isOnline = true
  dispatchEvent(new Event('online'))
  expect(await screen.findByText(/0\.0 MB the first time/)).toBeDefined()
})

test('the list of labs also says what is missing', async () => {
  const web = fakeWeb(new Map())
  render(
    <MemoryRouter>
      <LabsPage data={{ groups: [], sandbox: '/labs/sandbox', settings: '/settings' }} />
    </MemoryRouter>,
  )
  expect(await screen.findByText(/^This site does not have the machine/)).toBeDefined()
  expect(web.requests).toEqual([manifestAddress, progressAddress])
})

describe('while npm start prepares the machine', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())
  const passTime = (millis = 2000) => act(() => vi.advanceTimersByTimeAsync(millis))

  test('the page shows progress, and the lab becomes available without a reload', async () => {
    const web = show('null')
    web.files.set(progressAddress, bytesOf(preparing))
    await passTime(0)
    expect(screen.getByText(/is being prepared/).role).toBe('status')
    expect(screen.getByText('Making the disk · step 10 of 14 · about 7 min left')).toBeDefined()
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.4)
    expect(screen.getAllByText(/docker-mastery-lab one-kernel/)).toHaveLength(1)
    web.files.set(progressAddress, bytesOf({ ...preparing, step: 'Compressing the image', secondsLeft: 30 }))
    await passTime()
    expect(screen.getByText('Compressing the image · step 10 of 14 · about 30 s left')).toBeDefined()
    for (const [address, bytes] of fakeImage().files) web.files.set(address, bytes)
    web.files.set(progressAddress, bytesOf({ state: 'ready' }))
    await passTime()
    expect(screen.getByText('The machine is prepared. You can start it now.').role).toBe('status')
    expect(startButton()).not.toBeNull()
  })

  test('a failure says what to do and ends the polling', async () => {
    const web = show('null')
    web.files.set(progressAddress, bytesOf({ state: 'failed', message: 'zstd is missing. Install it.' }))
    await passTime(0)
    expect(screen.getByText(/could not be prepared/).role).toBe('status')
    expect(screen.getByText('zstd is missing. Install it.')).toBeDefined()
    await passTime(60_000)
    expect(web.requests).toEqual([manifestAddress, progressAddress])
  })

  test.each(['null', '<!doctype html>', '{"state":"unheard of"}'])(
    'a site that responds with %s prepares nothing and is not polled',
    async (text) => {
      const web = show('null')
      web.files.set(progressAddress, new TextEncoder().encode(text))
      await passTime(60_000)
      expect(screen.getByText(/^This site does not have the machine/)).toBeDefined()
      expect(web.requests).toEqual([manifestAddress, progressAddress])
    },
  )

  test('if the server is gone, the page says so and offers a retry', async () => {
    const web = show('null')
    web.files.set(progressAddress, bytesOf(preparing))
    await passTime(0)
    web.isOnline = false
    await passTime()
    expect(screen.getByText(/cannot be reached/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined()
  })
})
