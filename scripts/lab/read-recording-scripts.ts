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
  const { pages, problems } = compileCourse(contentRoot)
  const unreadableFiles = pages
    .filter(({ recordingFiles }) => !recordingFiles)
    .map(({ file }) => recordingScriptsPath(file))
  const scriptProblems = problems.filter(({ file }) => unreadableFiles.includes(file))
  if (scriptProblems.length > 0) throw new Error(formatProblems(scriptProblems))
  return pages.flatMap(({ owner, file, recordingFiles }) =>
    recordingFiles ? [{ ...recordingFiles, owner, recordedPath: recordingsPath(file) }] : [],
  )
}
