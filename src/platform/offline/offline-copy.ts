import type { OfflineCopySize } from '#domain/offline/manifest.ts'
import type { ServiceWorkerEvent, ServiceWorkerRequest } from '#domain/offline/worker-messages.ts'
import { browserStorage } from '../storage.ts'
import { shouldSaveData, whenNetworkIsIdle, whenPageIsUsed } from './network-idle.ts'
import { pageBuildId } from './outdated-build.ts'

/** What the reader wants stored; `gradual` means visited pages first, then the rest one by one while idle. */
export type OfflineCopyMode = 'gradual' | 'whole' | 'nothing'

export type OfflineCopyState = {
  mode: OfflineCopyMode
  /** Undefined until known. */
  copySize: OfflineCopySize | undefined
  state: 'idle' | 'storing' | 'failed' | 'unavailable'
}

const key = 'docker-mastery.offline'
const storage = browserStorage()
const listeners = new Set<() => void>()
const visited: string[] = []
/** The state that prerendered pages show. */
export const unknownOfflineCopy: OfflineCopyState = { mode: 'gradual', copySize: undefined, state: 'idle' }
let offlineCopy: OfflineCopyState = { ...unknownOfflineCopy, mode: readStoredMode() }
let isRunning = false
/** Ends the wait for an idle network. */
let endWait: (() => void) | undefined
/** The page that was open when a page was last stored. */
let lastStoredFor: string | undefined
const pausesBetweenPages = 3
/** How often a page that could not be stored is tried again during a visit. The network may just have come back. */
const retries = 2

export function readOfflineCopy(): OfflineCopyState {
  return offlineCopy
}

export function onOfflineCopyChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Call when the reader has opened a page (a path below the base): it is stored next, and others follow when idle. */
export function storeVisitedPage(path: string): void {
  const before = visited.indexOf(path)
  if (before >= 0) visited.splice(before, 1)
  visited.push(path)
  void storeRemainingPages()
}

export function startOfflineCopy(): void {
  setMode('whole')
  setState({ state: 'storing' })
  endWait?.()
  void storeRemainingPages()
}

export function pauseOfflineCopy(): void {
  setMode('gradual')
  setState({ state: 'idle' })
}

/** Deletes the offline copy and stores nothing more until the reader asks. */
export async function deleteOfflineCopy(): Promise<void> {
  setMode('nothing')
  const registration = await navigator.serviceWorker.getRegistration(import.meta.env.BASE_URL)
  if (registration?.active) {
    await sendRequest(registration.active, { kind: 'delete-all' })
    await registration.unregister()
  }
  setState({ state: 'idle', copySize: undefined })
}

/** Updates the size of the offline copy without storing anything. */
export async function refreshOfflineCopy(): Promise<void> {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!worker) return setState({ state: 'unavailable' })
  const registration = await worker.getRegistration(import.meta.env.BASE_URL)
  if (!registration?.active) return
  const { amount: copySize } = await sendRequest(registration.active, { kind: 'tell-amount' })
  setState({ copySize })
}

async function storeRemainingPages(): Promise<void> {
  if (isRunning || !isStoringAllowed()) return
  isRunning = true
  let failures = 0
  while (isStoringAllowed() && failures <= retries) {
    try {
      if (!(await storeNextPage())) break
      failures = 0
    } catch {
      // Storage is blocked or full, or the network is gone.
      setState({ state: offlineCopy.state === 'unavailable' ? 'unavailable' : 'failed' })
      if (offlineCopy.mode === 'whole') break
      failures += 1
      await whenNetworkIsIdle()
    }
  }
  isRunning = false
}

/** The open page is stored after one idle period; other pages wait for several. */
async function waitUntilIdle(openPath: string | undefined): Promise<void> {
  await whenPageIsUsed()
  for (
    let pause = 0;
    pause < pausesBetweenPages && openPath === lastStoredFor && visited.at(-1) === openPath;
    pause += 1
  )
    await whenNetworkIsIdle()
  await whenNetworkIsIdle()
  lastStoredFor = visited.at(-1)
}

/** Resolves when the reader asks for the whole course. */
function waitForRequest(): Promise<void> {
  return new Promise((resolve) => {
    endWait = resolve
  })
}

/** Stores one more page; resolves to false when none is left. */
async function storeNextPage(): Promise<boolean> {
  if (offlineCopy.mode !== 'whole') await Promise.race([waitUntilIdle(visited.at(-1)), waitForRequest()])
  if (!isStoringAllowed()) return false
  if (offlineCopy.mode === 'whole') setState({ state: 'storing' })
  const registration = await registerWorker()
  const build = pageBuildId()
  const response = await sendRequest(await activeWorker(registration), {
    kind: 'keep-next',
    visited,
    ...(build && { build }),
  })
  setState({ copySize: response.amount })
  if (response.kind === 'not-kept') {
    if (response.reason === 'failed' && !newestWorker(registration))
      throw new Error('A page could not be stored.')
    await whenNetworkIsIdle()
    return true
  }
  const isComplete = response.amount.pages === response.amount.allPages
  if (isComplete) setState({ state: 'idle' })
  return !isComplete
}

/** On a metered or slow connection, pages are stored only on request. */
function isStoringAllowed(): boolean {
  if (offlineCopy.mode === 'nothing' || offlineCopy.state === 'unavailable') return false
  return offlineCopy.mode === 'whole' || !shouldSaveData()
}

async function registerWorker(): Promise<ServiceWorkerRegistration> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined
  const scope = import.meta.env.BASE_URL
  try {
    if (!container) throw new Error('This browser has no service workers.')
    return (await container.getRegistration(scope)) ?? (await container.register(`${scope}sw.js`, { scope }))
  } catch (error) {
    // In private windows and where storage is blocked, the site works only online.
    setState({ state: 'unavailable' })
    throw error
  }
}

/**
 * The active worker; a newer one that is waiting takes over first. That happens here, while the page is idle, because
 * Chromium can lose a navigation that starts while one worker replaces another.
 */
async function activeWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const newest = newestWorker(registration)
  if (newest) {
    await waitForState(newest, 'installed')
    newest.postMessage('use-new-version' satisfies ServiceWorkerRequest)
    await waitForState(newest, 'activated')
  }
  if (registration.active) return registration.active
  throw new Error('The service worker could not be installed.')
}

/** The worker that is being installed, or that is waiting to replace the active one. */
function newestWorker({ installing, waiting }: ServiceWorkerRegistration): ServiceWorker | null {
  return installing ?? waiting
}

const workerStates = ['parsed', 'installing', 'installed', 'activating', 'activated', 'redundant']

/** Resolves when the worker is in this state or past it. */
function waitForState(worker: ServiceWorker, state: ServiceWorkerState): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (workerStates.indexOf(worker.state) >= workerStates.indexOf(state)) resolve()
    }
    worker.addEventListener('statechange', check)
    check()
  })
}

/** One tab at a time, one page at a time. */
function sendRequest(worker: ServiceWorker, message: ServiceWorkerRequest): Promise<ServiceWorkerEvent> {
  const send = () =>
    new Promise<ServiceWorkerEvent>((resolve, reject) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => resolve(data)
      // A worker that the browser has terminated never responds.
      setTimeout(() => reject(new Error('The service worker does not respond.')), 60_000)
      worker.postMessage(message, [port2])
    })
  return 'locks' in navigator ? navigator.locks.request(key, send) : send()
}

function setMode(mode: OfflineCopyMode): void {
  if (mode === 'gradual') storage.remove(key)
  else storage.write(key, mode)
  setState({ mode })
}

function readStoredMode(): OfflineCopyMode {
  const stored = storage.read(key)
  if (stored.kind !== 'text') return 'gradual'
  return stored.text === 'whole' || stored.text === 'nothing' ? stored.text : 'gradual'
}

function setState(changes: Partial<OfflineCopyState>): void {
  offlineCopy = { ...offlineCopy, ...changes }
  for (const listener of listeners) listener()
}
