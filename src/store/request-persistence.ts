import { now } from '#platform/clock.ts'
import { browserStorage } from '#platform/storage.ts'
import { askToPersist, isStoragePersistent } from '#platform/storage-persistence.ts'
import { storageStatus } from './save-status.ts'

/** When this browser was asked last, in milliseconds since 1970. */
const requestedKey = 'docker-mastery.asked-to-persist'

/** Chrome may agree later to what it refused on a first visit, but nobody wants Firefox to ask every day. */
const pauseMillis = 30 * 24 * 60 * 60 * 1000

const storage = browserStorage()
let isDone = false

/**
 * Called when a learner has done something worth keeping, never for a mere visit: then, and at most once a month, the
 * browser is asked not to clear it by itself.
 */
export function requestPersistenceOnce(): void {
  if (isDone || storageStatus.getState().saving.kind !== 'saved') return
  isDone = true
  void requestIfDue()
}

async function requestIfDue(): Promise<void> {
  const asked = storage.read(requestedKey)
  const sinceMillis = asked.kind === 'text' ? now() - Number(asked.text) : Number.NaN
  // A time ahead of now, or no time at all, says nothing.
  if (sinceMillis >= 0 && sinceMillis < pauseMillis) return
  if ((await isStoragePersistent()) !== false) return
  storage.write(requestedKey, String(now()))
  await askToPersist()
}
