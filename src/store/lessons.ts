import * as changes from '#domain/progress/updates.ts'
import { updateProgress } from './progress.ts'
import { requestPersistenceOnce } from './request-persistence.ts'

export function recordLessonOpened(lessonId: string): void {
  updateProgress((progress, now) => changes.applyLessonOpened(progress, lessonId, now))
}

/** Records that an expandable note was opened; `noteSlug` is its id in the page. */
export function recordNoteOpened(lessonId: string, noteSlug: string): void {
  updateProgress((progress, now) => changes.applyNoteOpened(progress, lessonId, noteSlug, now))
}

export function markRead(lessonId: string): void {
  updateProgress((progress, now) => changes.applyRead(progress, lessonId, now))
  requestPersistenceOnce()
}

export function markUnread(lessonId: string): void {
  updateProgress((progress, now) => changes.applyUnread(progress, lessonId, now))
}
