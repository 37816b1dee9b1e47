import * as changes from '#domain/progress/updates.ts'
import { updateProgress } from './progress.ts'
import { requestPersistenceOnce } from './request-persistence.ts'

export function setBookmark(lessonId: string, on: boolean): void {
  updateProgress((progress, now) => changes.applyBookmark(progress, lessonId, on, now))
  requestPersistenceOnce()
}
