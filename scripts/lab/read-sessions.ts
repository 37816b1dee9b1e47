import { compileContent } from '../content/compile.ts'
import { formatProblems } from '../content/problem.ts'
import { recordedFileOf, type SessionFiles, sessionsFileOf } from '../content/recording-files.ts'
import { contentRoot } from '../site-config.ts'

export type LessonSessions = SessionFiles & { owner: string; recordedPath: string }

/** Every lesson with sessions, in the order of the course. One that cannot be read is told as check:content does. */
export function readSessions(): LessonSessions[] {
  const { documents, problems } = compileContent(contentRoot)
  const unread = documents.filter(({ sessions }) => !sessions).map(({ file }) => sessionsFileOf(file))
  const own = problems.filter(({ file }) => unread.includes(file))
  if (own.length > 0) throw new Error(formatProblems(own))
  return documents.flatMap(({ owner, file, sessions }) =>
    sessions ? [{ ...sessions, owner, recordedPath: recordedFileOf(file) }] : [],
  )
}
