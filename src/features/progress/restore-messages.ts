import { pluralize } from '#domain/pluralize.ts'
import { isEmptyReport } from '#domain/progress/merge.ts'
import { maxProgressLength } from '#domain/progress/parse.ts'
import { progressVersion } from '#domain/progress/progress.ts'
import type { RestoreReport } from '#domain/progress/restore.ts'
import type { ReadFileResult } from '#platform/read-file.ts'
import type { RestoreBackupResult } from '#store/backup.ts'
import { formatBytes } from '#ui/format-bytes.ts'

/** The outcome of a restore, including files that could not be read at all. */
export type RestoreOutcome =
  | RestoreBackupResult
  | Exclude<ReadFileResult, { kind: 'text' }>
  | { kind: 'several' }

/** What a restore changed, or why it changed nothing and what to do about it. */
export function restoreMessage(restored: RestoreOutcome): string {
  switch (restored.kind) {
    case 'imported':
      return restoreReportText(restored)
    case 'newer':
      return `Nothing changed. This backup has version ${restored.version}, and this page reads up to version ${progressVersion}. Reload the page to get the latest course, then try again.`
    case 'unreadable':
      return `Nothing changed. This can’t be read as a backup of this course. ${restored.reason} Choose the file that “Save a backup” made, or copy all of its text.`
    case 'too-large':
      return `Nothing changed. The file is ${formatBytes(restored.bytes)}; a backup is at most ${formatBytes(maxProgressLength)}. Choose the file that “Save a backup” made.`
    case 'failed':
      return 'Nothing changed. The browser could not read the file. It may have been moved, or be a folder: choose the file again.'
    case 'several':
      return 'Nothing changed. Restore one backup at a time.'
    default:
      return restored satisfies never
  }
}

function restoreReportText({ report, omittedAttempts }: RestoreReport): string {
  const omitted = omittedAttemptsText(omittedAttempts)
  if (isEmptyReport(report) && omitted) return `Nothing changed.${omitted}`
  if (isEmptyReport(report)) return 'Nothing changed: everything in this backup is already here.'
  const parts = [
    report.answers > 0 && pluralize(report.answers, 'answer'),
    report.read > 0 && pluralize(report.read, 'topic read', 'topics read'),
    report.opened > 0 && pluralize(report.opened, 'opened topic or note', 'opened topics and notes'),
    report.bookmarks > 0 && pluralize(report.bookmarks, 'bookmark'),
    report.labs > 0 && pluralize(report.labs, 'lab step'),
    report.settings > 0 && pluralize(report.settings, 'setting'),
    report.sessions > 0 && pluralize(report.sessions, 'quiz in progress', 'quizzes in progress'),
    report.results > 0 && pluralize(report.results, 'quiz result'),
  ].filter((part) => part !== false)
  return `Restored: ${parts.join(', ')}. What was here before is still here.${omitted}`
}

function omittedAttemptsText(count: number): string {
  if (count === 0) return ''
  const subject = count === 1 ? 'One quiz in progress was' : `${count} quizzes in progress were`
  const each = count === 1 ? 'that quiz' : 'each of them'
  return ` ${subject} left out, because you are in the middle of another attempt at ${each} here. Finish it or discard it, then restore this backup again.`
}
