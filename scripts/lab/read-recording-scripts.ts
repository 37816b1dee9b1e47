import {
  compileCourse,
  formatProblems,
  type RecordingFiles,
  recordingScriptsPath,
  recordingsPath,
} from '../content/index.ts'
import { contentRoot } from '../site-config.ts'

export type LessonRecordings = RecordingFiles & { owner: string; recordedPath: string }

/** Every lesson with sessions, in the order of the course. One that cannot be read is told as check:content does. */
export function readRecordingScripts(): LessonRecordings[] {
  const { documents, problems } = compileCourse(contentRoot)
  const unread = documents.filter(({ sessions }) => !sessions).map(({ file }) => recordingScriptsPath(file))
  const own = problems.filter(({ file }) => unread.includes(file))
  if (own.length > 0) throw new Error(formatProblems(own))
  return documents.flatMap(({ owner, file, sessions }) =>
    sessions ? [{ ...sessions, owner, recordedPath: recordingsPath(file) }] : [],
  )
}
