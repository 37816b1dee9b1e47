import { reset } from '#domain/progress/changes.ts'
import { adoptProgress, type MergeReport } from '#domain/progress/merge.ts'
import { type Newer, parseProgress, serializeExport, type Unreadable } from '#domain/progress/parse.ts'
import type { Progress } from '#domain/progress/progress.ts'
import { now } from '#platform/clock.ts'
import { drafts } from './drafts.ts'
import { askOnceToPersist } from './persistence.ts'
import { change, changeIfStored, progressStore } from './progress.ts'
import type { Saving } from './storage-status.ts'

/** The text of a backup file. Works as well when storage is full or forbidden. */
export function exportProgress(): string {
  return serializeExport(progressStore.getState(), now())
}

export type ImportOutcome = { kind: 'imported'; report: MergeReport } | Newer | Unreadable

function adopt(other: Progress): MergeReport {
  let report: MergeReport | undefined
  change((progress) => {
    const merged = adoptProgress(progress, other)
    report = merged.report
    return merged.progress
  })
  if (!report) throw new Error('change() did not call what it was given')
  return report
}

/** Joins a backup with what is here; nothing that is here is lost, and what can't be read changes nothing. */
export function importProgress(text: string): ImportOutcome {
  const opened = parseProgress(text, now())
  if (opened.kind !== 'ok') return opened
  const report = adopt(opened.progress)
  askOnceToPersist()
  return { kind: 'imported', report }
}

/** `undo` brings all back that the reset forgot. Anything else says why nothing has changed. */
export type ResetOutcome = { kind: 'done'; undo: () => void } | Exclude<Saving, { kind: 'saved' }>

/** Forgets everything but role and theme, in every tab; or nothing at all, where that cannot be stored. */
export function resetProgress(): ResetOutcome {
  let before: Progress | undefined
  const saving = changeIfStored((progress, at) => {
    before = progress
    return reset(progress, at)
  })
  if (saving.kind !== 'saved') return saving
  const undoDrafts = drafts.clear()
  const undo = () => {
    if (before) adopt(before)
    undoDrafts()
  }
  return { kind: 'done', undo }
}
