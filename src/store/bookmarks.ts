import * as changes from '#domain/progress/changes.ts'
import { askOnceToPersist } from './persistence.ts'
import { change } from './progress.ts'

export function setBookmark(lessonId: string, on: boolean): void {
  change((progress, now) => changes.setBookmark(progress, lessonId, on, now))
  askOnceToPersist()
}
