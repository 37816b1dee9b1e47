import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Where progress goes at the moment. In every case but `saved` it lives in this tab's memory only. */
export type SaveStatus =
  /** Not looked yet: on the server, and until `startProgress`. */
  | { kind: 'unknown' }
  /** Kept in this browser. `at` is when this tab last wrote, in milliseconds since 1970. */
  | { kind: 'saved'; at: number | undefined }
  /** The browser forbids storage to this site. */
  | { kind: 'forbidden' }
  | { kind: 'full' }
  /** A newer version of the course wrote what is stored; writing would lose what only that one knows. */
  | { kind: 'newer'; version: number }
  /** What is stored can't be read, and there is no room to set it aside. */
  | { kind: 'stuck'; reason: string }

/** Text that could not be read, now kept under `key`. */
export type QuarantineEvent = { key: string; reason: string }

/** Not persisted: it says how things stand in this tab. `setAside` is what happened since it was opened. */
export type StorageStatus = { saving: SaveStatus; setAside: readonly QuarantineEvent[] }

export const storageStatus = createStore<StorageStatus>(() => ({ saving: { kind: 'unknown' }, setAside: [] }))

export function useStorageStatus(): StorageStatus {
  return useStore(storageStatus)
}

export function reportSaveStatus(saveStatus: SaveStatus): void {
  storageStatus.setState({ saving: saveStatus })
}

export function reportQuarantine(quarantined: QuarantineEvent): void {
  storageStatus.setState((status) => ({ setAside: [...status.setAside, quarantined] }))
}

/** The learner has read the message about set-aside text; the text stays where it is. */
export function dismissQuarantineNotice(): void {
  storageStatus.setState({ setAside: [] })
}
