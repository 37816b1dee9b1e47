import {
  type NewerVersion,
  parseProgress,
  serializeExport,
  type UnreadableText,
} from '#domain/progress/parse.ts'
import type { Progress } from '#domain/progress/progress.ts'
import { type RestoreReport, restoreProgress } from '#domain/progress/restore.ts'
import { applyReset } from '#domain/progress/updates.ts'
import { now } from '#platform/clock.ts'
import { drafts } from './drafts.ts'
import { progressStore, updateProgress, updateProgressIfSaved } from './progress.ts'
import { requestPersistenceOnce } from './request-persistence.ts'
import type { SaveStatus } from './save-status.ts'

/** The text of a backup file. Works even if storage is full or blocked. */
export function createBackup(): string {
  return serializeExport(progressStore.getState(), now())
}

export type RestoreBackupResult = ({ kind: 'imported' } & RestoreReport) | NewerVersion | UnreadableText

function restoreIntoStore(other: Progress): RestoreReport {
  let outcome: RestoreReport | undefined
  updateProgress((before) => {
    const { progress, ...rest } = restoreProgress(before, other)
    outcome = rest
    return progress
  })
  if (!outcome) throw new Error('change() did not call what it was given')
  return outcome
}

/** Merges a backup into progress. Nothing is lost, and an unreadable backup changes nothing. */
export function restoreBackup(text: string): RestoreBackupResult {
  const opened = parseProgress(text, now())
  if (opened.kind !== 'ok') return opened
  const outcome = restoreIntoStore(opened.progress)
  requestPersistenceOnce()
  return { kind: 'imported', ...outcome }
}

/** `undo` restores what the reset deleted. Any other kind says why nothing has changed. */
export type ResetOutcome = { kind: 'done'; undo: () => void } | Exclude<SaveStatus, { kind: 'saved' }>

/** Deletes everything but role and theme, in every tab; if that cannot be stored, nothing changes. */
export function resetProgress(): ResetOutcome {
  let before: Progress | undefined
  const saveStatus = updateProgressIfSaved((progress, at) => {
    before = progress
    return applyReset(progress, at)
  })
  if (saveStatus.kind !== 'saved') return saveStatus
  const undoDrafts = drafts.clear()
  const undo = () => {
    if (before) restoreIntoStore(before)
    undoDrafts()
  }
  return { kind: 'done', undo }
}
