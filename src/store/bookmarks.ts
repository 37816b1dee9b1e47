import * as changes from '#domain/progress/changes.ts'
import { requestPersistenceOnce } from './persistence.ts'
import { updateProgress } from './progress.ts'

export function setBookmark(lessonId: string, on: boolean): void {
  updateProgress((progress, now) => changes.applyBookmark(progress, lessonId, on, now))
  requestPersistenceOnce()
}
