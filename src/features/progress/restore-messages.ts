import { pluralize } from '#domain/pluralize.ts'
import { isEmptyReport, type MergeReport } from '#domain/progress/merge.ts'
import { maxProgressLength } from '#domain/progress/parse.ts'
import { progressVersion } from '#domain/progress/progress.ts'
import type { ReadFile } from '#platform/read-file.ts'
import type { RestoreBackupResult } from '#store/backup.ts'
import { formatBytes } from '#ui/format-bytes.ts'

/** A try to restore, whether it got as far as the door or not. */
export type RestoreOutcome = RestoreBackupResult | Exclude<ReadFile, { kind: 'text' }>

/** What a restore did, or why it did nothing, and what to do then. */
export function restoreMessage(restored: RestoreOutcome): string {
  switch (restored.kind) {
    case 'imported':
      return mergeReportText(restored.report)
    case 'newer':
      return `Nothing changed. This backup is of version ${restored.version}, written by a newer course than this page (version ${progressVersion}). Reload the page to get the newer one, then try again.`
    case 'unreadable':
      return `Nothing changed. This can’t be read as a backup of this course. ${restored.reason} Choose the file that “Save a backup” made, or copy the whole of its text.`
    case 'too-large':
      return `Nothing changed. The file has ${formatBytes(restored.bytes)}; a backup has at most ${formatBytes(maxProgressLength)}. Choose the file that “Save a backup” made.`
    case 'failed':
      return 'Nothing changed. The browser could not read the file. It may have been moved: choose it again.'
    default:
      return restored satisfies never
  }
}

function mergeReportText(report: MergeReport): string {
  if (isEmptyReport(report)) return 'Nothing changed: all that is in this backup is here already.'
  const parts = [
    report.answers > 0 && pluralize(report.answers, 'answer'),
    report.read > 0 && pluralize(report.read, 'topic read', 'topics read'),
    report.opened > 0 && pluralize(report.opened, 'opened topic or note', 'opened topics and notes'),
    report.bookmarks > 0 && pluralize(report.bookmarks, 'bookmark'),
    report.labs > 0 && pluralize(report.labs, 'step of a lab', 'steps of labs'),
    report.settings > 0 && pluralize(report.settings, 'setting'),
    report.sessions > 0 && pluralize(report.sessions, 'quiz under way', 'quizzes under way'),
    report.results > 0 && pluralize(report.results, 'quiz result'),
  ].filter((part) => part !== false)
  return `Restored: ${parts.join(', ')}. What was here before is still here.`
}
