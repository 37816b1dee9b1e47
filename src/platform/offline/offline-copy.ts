import type { OfflineCopySize } from '#domain/offline/manifest.ts'
import type { ServiceWorkerEvent, ServiceWorkerRequest } from '#domain/offline/worker-messages.ts'
import { browserStorage } from '../storage.ts'
import { isLineSpared, whenNetworkIsIdle, whenPageIsUsed } from './network-idle.ts'
import { pageBuildId } from './outdated-build.ts'

/** What the reader wants stored; `by-degrees` means visited pages first, and the rest gradually. */
export type OfflineCopyRequest = 'by-degrees' | 'whole' | 'nothing'

export type OfflineCopyState = {
  wish: OfflineCopyRequest
  /** Undefined until known. */
  amount: OfflineCopySize | undefined
  state: 'idle' | 'keeping' | 'failed' | 'impossible'
}

const key = 'docker-mastery.offline'
const storage = browserStorage()
const listeners = new Set<() => void>()
const visited: string[] = []
/** The state that prerendered pages show. */
export const unknownOfflineCopy: OfflineCopyState = { wish: 'by-degrees', amount: undefined, state: 'idle' }
let keeping: OfflineCopyState = { ...unknownOfflineCopy, wish: storedWish() }
let isRunning = false
/** Ends the wait for an idle network. */
let endWait: (() => void) | undefined
/** The page that was open when a page was last stored. */
let keptFor: string | undefined
const pausesBetweenPages = 3

export function readOfflineCopy(): OfflineCopyState {
  return keeping
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
  wishFor('whole')
  change({ state: 'keeping' })
  endWait?.()
  void storeRemainingPages()
}

export function pauseOfflineCopy(): void {
  wishFor('by-degrees')
  change({ state: 'idle' })
}

/** Deletes the offline copy and stores nothing more until the reader asks. */
export async function deleteOfflineCopy(): Promise<void> {
  wishFor('nothing')
  const registration = await navigator.serviceWorker.getRegistration(import.meta.env.BASE_URL)
  if (registration?.active) {
    await sendRequest(registration.active, { kind: 'delete-all' })
    await registration.unregister()
  }
  change({ state: 'idle', amount: undefined })
}

/** Updates the size of the offline copy without storing anything. */
export async function refreshOfflineCopy(): Promise<void> {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!worker) return change({ state: 'impossible' })
  const registration = await worker.getRegistration(import.meta.env.BASE_URL)
  if (!registration?.active) return
  const { amount } = await sendRequest(registration.active, { kind: 'tell-amount' })
  change({ amount })
}

async function storeRemainingPages(): Promise<void> {
  if (isRunning || !isStoringAllowed()) return
  isRunning = true
  try {
    while (isStoringAllowed() && (await storeNextPage())) {
      // Continues until every page is stored.
    }
  } catch {
    // Storage is forbidden or full, or the network is gone: the next visit tries again.
    change({ state: keeping.state === 'impossible' ? 'impossible' : 'failed' })
  }
  isRunning = false
}

/** The open page is stored after one idle period; other pages wait for several. */
async function untilTimeFor(open: string | undefined): Promise<void> {
  await whenPageIsUsed()
  for (let pause = 0; pause < pausesBetweenPages && open === keptFor && visited.at(-1) === open; pause += 1)
    await whenNetworkIsIdle()
  await whenNetworkIsIdle()
  keptFor = visited.at(-1)
}

/** Resolves when the reader asks for the whole course. */
function untilAskedFor(): Promise<void> {
  return new Promise((resolve) => {
    endWait = resolve
  })
}

/** Stores one more page; resolves to false when none is left. */
async function storeNextPage(): Promise<boolean> {
  if (keeping.wish !== 'whole') await Promise.race([untilTimeFor(visited.at(-1)), untilAskedFor()])
  if (!isStoringAllowed()) return false
  if (keeping.wish === 'whole') change({ state: 'keeping' })
  const registration = await registerWorker()
  const build = pageBuildId()
  const answer = await sendRequest(await activeWorker(registration), {
    kind: 'keep-next',
    visited,
    ...(build && { build }),
  })
  change({ amount: answer.amount })
  if (answer.kind === 'not-kept') {
    if (answer.reason === 'failed' && !newestWorker(registration)) throw new Error('a page could not be kept')
    await whenNetworkIsIdle()
    return true
  }
  const isWhole = answer.amount.pages === answer.amount.allPages
  if (isWhole) change({ state: 'idle' })
  return !isWhole
}

/** On a metered or slow connection, pages are stored only on request. */
function isStoringAllowed(): boolean {
  if (keeping.wish === 'nothing' || keeping.state === 'impossible') return false
  return keeping.wish === 'whole' || !isLineSpared()
}

async function registerWorker(): Promise<ServiceWorkerRegistration> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined
  const scope = import.meta.env.BASE_URL
  try {
    if (!container) throw new Error('no service workers here')
    return (await container.getRegistration(scope)) ?? (await container.register(`${scope}sw.js`, { scope }))
  } catch (error) {
    // In private windows and where storage is blocked, the site works only online.
    change({ state: 'impossible' })
    throw error
  }
}

/**
 * The worker that answers, once a newer one that was waiting has taken over. That happens here, while the page is idle,
 * because Chromium can lose a navigation that begins while one worker gives way to another.
 */
async function activeWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const newest = newestWorker(registration)
  if (newest) {
    await untilState(newest, 'installed')
    newest.postMessage('use-new-version' satisfies ServiceWorkerRequest)
    await untilState(newest, 'activated')
  }
  if (registration.active) return registration.active
  throw new Error('the service worker could not be installed')
}

/** The worker that is being installed, or that waits for the active one to give way. */
function newestWorker({ installing, waiting }: ServiceWorkerRegistration): ServiceWorker | null {
  return installing ?? waiting
}

const workerStates = ['parsed', 'installing', 'installed', 'activating', 'activated', 'redundant']

/** Resolves when the worker is in this state or past it. */
function untilState(worker: ServiceWorker, state: ServiceWorkerState): Promise<void> {
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
      setTimeout(() => reject(new Error('the service worker does not answer')), 60_000)
      worker.postMessage(message, [port2])
    })
  return 'locks' in navigator ? navigator.locks.request(key, send) : send()
}

function wishFor(wish: OfflineCopyRequest): void {
  if (wish === 'by-degrees') storage.remove(key)
  else storage.write(key, wish)
  change({ wish })
}

function storedWish(): OfflineCopyRequest {
  const stored = storage.read(key)
  if (stored.kind !== 'text') return 'by-degrees'
  return stored.text === 'whole' || stored.text === 'nothing' ? stored.text : 'by-degrees'
}

function change(part: Partial<OfflineCopyState>): void {
  keeping = { ...keeping, ...part }
  for (const listener of listeners) listener()
}
