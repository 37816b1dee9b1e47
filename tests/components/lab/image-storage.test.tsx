// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://course.example/"}
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { fakeImage, fakeWeb, manifestAddress, openImageCache } from 'docker-in-browser/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { ImageStorage } from '#features/lab/image-storage.tsx'
import { labImageLocation } from '#platform/lab-image.ts'

afterEach(() => vi.unstubAllGlobals())

/** Renders the settings in a browser in which a lab was or was not started. */
async function show({ isStarted }: { isStarted: boolean }) {
  const web = fakeWeb(fakeImage().files)
  if (isStarted) {
    const cache = await openImageCache(labImageLocation())
    await cache.fetchInitialParts(await cache.manifest())
  }
  render(<ImageStorage />)
  return web
}

const keepAll = () => screen.findByRole('button', { name: 'Save all of it for offline use (0.0 MB)' })

test('before a lab starts, nothing is stored and there are no buttons', async () => {
  await show({ isStarted: false })
  expect(await screen.findByText(/None of it is stored/)).toBeInTheDocument()
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})

test('after a lab, the rest of the image can be stored, and all of it deleted', async () => {
  const web = await show({ isStarted: true })
  await userEvent.click(await keepAll())
  expect(await screen.findByText(/All of it is stored .*, so labs need no network/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^Save all/ })).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Delete the machine’s image' }))
  expect(await screen.findByText(/None of it is stored/)).toBeInTheDocument()
  expect(web.stored.size).toBe(0)
})

test('an interrupted download is reported, and resumes where it stopped', async () => {
  const web = await show({ isStarted: true })
  web.onRequest = (address) => {
    if (address !== manifestAddress) web.isOnline = false
  }
  await userEvent.click(await keepAll())
  expect(await screen.findByText(/^The connection was lost/)).toBeInTheDocument()
  expect(screen.getByRole('status')).toHaveTextContent(/^This browser stores/)
  web.onRequest = () => undefined
  web.isOnline = true
  await userEvent.click(await keepAll())
  expect(await screen.findByText(/All of it is stored/)).toBeInTheDocument()
})

test('a download can be canceled', async () => {
  const web = await show({ isStarted: true })
  const { promise, resolve } = Promise.withResolvers<void>()
  const fetchNow = fetch
  vi.stubGlobal('fetch', async (address: string, options: RequestInit) => {
    await promise
    return fetchNow(address, options)
  })
  await userEvent.click(await keepAll())
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
  resolve()
  expect(await screen.findByText(/Canceled. What has arrived is saved/)).toBeInTheDocument()
  expect(web.stored.size).toBeGreaterThan(0)
})

test('the focus moves to the control that replaces the pressed button', async () => {
  await show({ isStarted: true })
  await userEvent.click(await keepAll())
  expect(await screen.findByText(/All of it is stored/)).toBeInTheDocument()
  const forget = screen.getByRole('button', { name: 'Delete the machine’s image' })
  expect(forget).toHaveFocus()
  await userEvent.click(forget)
  const words = await screen.findByText(/None of it is stored/)
  expect(document.activeElement).toContainElement(words)
  expect(document.body).not.toHaveFocus()
})
