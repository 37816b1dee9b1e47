import * as changes from '#domain/progress/changes.ts'
import { askOnceToPersist } from './persistence.ts'
import { change } from './progress.ts'

export function openLesson(lessonId: string): void {
  change((progress, now) => changes.openLesson(progress, lessonId, now))
}

/** An expandable note was opened; `noteSlug` is its id in the page. */
export function openNote(lessonId: string, noteSlug: string): void {
  change((progress, now) => changes.openNote(progress, lessonId, noteSlug, now))
}

export function markRead(lessonId: string): void {
  change((progress, now) => changes.markRead(progress, lessonId, now))
  askOnceToPersist()
}

export function unmarkRead(lessonId: string): void {
  change((progress, now) => changes.unmarkRead(progress, lessonId, now))
}
