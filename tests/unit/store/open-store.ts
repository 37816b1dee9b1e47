import type { TextStorage } from '#platform/storage.ts'
import { createProgressStore } from '#store/progress.ts'
import type { QuarantineEvent, SaveStatus } from '#store/save-status.ts'

/** A started store with this storage, and what it reported about saving. Its clock ticks 1, 2, 3 and so on. */
export function createTestStore(storage: TextStorage, clock = { now: 0 }) {
  const reported: { saveStatus: SaveStatus; quarantined: QuarantineEvent[] } = {
    saveStatus: { kind: 'unknown' },
    quarantined: [],
  }
  const { store, change, changeIfStored, saveUnsaved, start } = createProgressStore({
    storage,
    now: () => ++clock.now,
    onSaveStatus: (status) => {
      reported.saveStatus = status
    },
    onQuarantine: (quarantined) => reported.quarantined.push(quarantined),
  })
  const stop = start()
  return { reported, change, changeIfStored, saveUnsaved, stop, progress: () => store.getState() }
}
