import {
  compileCourse,
  formatProblems,
  type RecordingFiles,
  recordingScriptsPath,
  recordingsPath,
} from '../content/index.ts'
import { contentRoot } from '../site-config.ts'

export type LessonRecordings = RecordingFiles & { owner: string; recordedPath: string }

/** Every lesson with recording scripts, in course order. Throws the problems of scripts that cannot be read. */
export function readRecordingScripts(): LessonRecordings[] {
  const { documents, problems } = compileCourse(contentRoot)
  const unread = documents
    .filter(({ recordingFiles }) => !recordingFiles)
    .map(({ file }) => recordingScriptsPath(file))
  const own = problems.filter(({ file }) => unread.includes(file))
  if (own.length > 0) throw new Error(formatProblems(own))
  return documents.flatMap(({ owner, file, recordingFiles }) =>
    recordingFiles ? [{ ...recordingFiles, owner, recordedPath: recordingsPath(file) }] : [],
  )
}
