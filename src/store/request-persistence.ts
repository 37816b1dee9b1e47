import { now } from '#platform/clock.ts'
import { browserStorage } from '#platform/storage.ts'
import { isStoragePersistent, requestPersistentStorage } from '#platform/storage-persistence.ts'
import { storageStatus } from './save-status.ts'

/** When persistence was last requested, in milliseconds since 1970. */
const requestedKey = 'docker-mastery.asked-to-persist'

/** Milliseconds between requests. Chrome may agree later, but Firefox should not ask every day. */
const pauseMillis = 30 * 24 * 60 * 60 * 1000

const storage = browserStorage()
let isDone = false

/**
 * Asks the browser for persistent storage, at most once a month. Called when a learner has done something worth saving,
 * never just for a visit.
 */
export function requestPersistenceOnce(): void {
  if (isDone || storageStatus.getState().saveStatus.kind !== 'saved') return
  isDone = true
  void requestIfDue()
}

async function requestIfDue(): Promise<void> {
  const lastRequest = storage.read(requestedKey)
  const sinceMillis = lastRequest.kind === 'text' ? now() - Number(lastRequest.text) : Number.NaN
  // Ignore times in the future and invalid text.
  if (sinceMillis >= 0 && sinceMillis < pauseMillis) return
  if ((await isStoragePersistent()) !== false) return
  storage.write(requestedKey, String(now()))
  await requestPersistentStorage()
}
