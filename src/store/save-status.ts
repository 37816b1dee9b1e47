import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Whether progress is being saved. In every case but `saved`, changes exist only in this tab's memory. */
export type SaveStatus =
  /** Storage has not been read: on the server, and before `startProgress`. */
  | { kind: 'unknown' }
  /** Saved in this browser. `at` is when this tab last wrote, in milliseconds since 1970. */
  | { kind: 'saved'; at: number | undefined }
  /** The browser blocks storage for this site. */
  | { kind: 'forbidden' }
  | { kind: 'full' }
  /** A newer version of the course wrote the stored document; overwriting it would lose its additions. */
  | { kind: 'newer'; version: number }
  /** The stored text cannot be read, and there is no room to quarantine it. */
  | { kind: 'unrecoverable'; reason: string }

/** Unreadable text was moved to `key`. */
export type QuarantineEvent = { key: string; reason: string }

/**
 * The storage status of this tab. `draftsStatus` is set while answers that are not checked yet cannot be saved, which can
 * happen while progress is. `quarantined` lists what was quarantined since the tab was opened.
 */
export type StorageStatus = {
  saveStatus: SaveStatus
  draftsStatus: SaveStatus | undefined
  quarantined: readonly QuarantineEvent[]
}

export const storageStatus = createStore<StorageStatus>(() => ({
  saveStatus: { kind: 'unknown' },
  draftsStatus: undefined,
  quarantined: [],
}))

export function useStorageStatus(): StorageStatus {
  return useStore(storageStatus)
}

export function reportSaveStatus(saveStatus: SaveStatus): void {
  storageStatus.setState({ saveStatus })
}

/** `undefined` once drafts are saved. */
export function reportDraftsStatus(draftsStatus: SaveStatus | undefined): void {
  if (draftsStatus?.kind !== storageStatus.getState().draftsStatus?.kind)
    storageStatus.setState({ draftsStatus })
}

/** Whether what the reader does now is lost with this tab. */
export function useIsUnsaved(): boolean {
  const { kind } = useStorageStatus().saveStatus
  return kind !== 'saved' && kind !== 'unknown'
}

export function reportQuarantine(quarantined: QuarantineEvent): void {
  storageStatus.setState((status) => ({ quarantined: [...status.quarantined, quarantined] }))
}

/** Hides the notice about quarantined text; the text stays where it is. */
export function dismissQuarantineNotice(): void {
  storageStatus.setState({ quarantined: [] })
}
