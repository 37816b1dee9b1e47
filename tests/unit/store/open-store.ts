import type { TextStorage } from '#platform/storage.ts'
import { createProgressStore } from '#store/progress.ts'
import type { QuarantineEvent, SaveStatus } from '#store/save-status.ts'

/** A started store on this storage, with what it said about saving. Time is 1, 2, 3 … */
export function createTestStore(storage: TextStorage, clock = { now: 0 }) {
  const said: { saving: SaveStatus; setAside: QuarantineEvent[] } = {
    saving: { kind: 'unknown' },
    setAside: [],
  }
  const { store, change, changeIfStored, start } = createProgressStore({
    storage,
    now: () => ++clock.now,
    onSaveStatus: (saving) => {
      said.saving = saving
    },
    onQuarantine: (setAside) => said.setAside.push(setAside),
  })
  const stop = start()
  return { said, change, changeIfStored, stop, progress: () => store.getState() }
}
