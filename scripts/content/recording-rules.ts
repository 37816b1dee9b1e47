import { findOutdatedCommand, toShownCommands } from '#domain/recording/recording.ts'
import { excerpt, type Problem } from './problem.ts'
import type { ContentPage } from './read-content-page.ts'
import { type RecordingFiles, recordingScriptsPath, recordingsPath } from './recording-files.ts'

/** What a lesson shows, what its sessions are and what was recorded must be the same. */
export function recordingProblems(document: ContentPage): Problem[] {
  return [
    ...terminalProblems(document),
    ...(document.sessions ? fileProblems(document, document.sessions) : []),
  ]
}

function terminalProblems({ file, body, sessions }: ContentPage): Problem[] {
  const ids = sessions?.sessions.map(({ id }) => id) ?? []
  const expected = `a session of ${recordingScriptsPath(file)}: ${ids.join(', ') || 'there is none'}`
  const seen = new Set<string>()
  return body.terminals.flatMap(({ id, line }) => {
    const isRepeated = seen.has(id)
    seen.add(id)
    if (!ids.includes(id)) return [{ file, line, expected, found: id || 'nothing' }]
    return isRepeated
      ? [{ file, line, expected: 'each session at most once in a lesson', found: `${id} again` }]
      : []
  })
}

function fileProblems(
  document: ContentPage,
  { sessions, recordings, file, recordedFile }: RecordingFiles,
): Problem[] {
  const problems: Problem[] = []
  const report = (path: PropertyKey[], expected: string, found: string) =>
    problems.push({ file: file.file, line: file.lineOf(path), expected, found })
  const record = `npm run lab:record -- ${document.owner}`
  sessions.forEach((session, index) => {
    const { id } = session
    if (!isUsed(document, id))
      report(
        [index, 'id'],
        `<Terminal id="${id}" /> in ${document.file}, or a trace item about it`,
        'neither',
      )
    const recording = recordings.find((candidate) => candidate.session === id)
    if (!recording) {
      report([index, 'id'], `${id} in ${recordingsPath(document.file)}; run ${record}`, 'no recording of it')
      return
    }
    const changed = findOutdatedCommand(session, recording)
    if (changed) {
      report(
        [index, ...changed],
        `what was recorded as ${id}; run ${record}`,
        describeChange(session, changed),
      )
      return
    }
    toShownCommands(session, recording).forEach(({ omittedLineCount }, place) => {
      if (typeof session.commands[place] !== 'object' || omittedLineCount > 0) return
      report(
        [index, 'commands', place, 'lines'],
        'fewer lines than its output has',
        `${omittedLineCount} lines left out`,
      )
    })
  })
  recordings.forEach(({ session }, index) => {
    if (!recordedFile || sessions.some(({ id }) => id === session)) return
    const line = recordedFile.lineOf([index, 'session'])
    const expected = `recordings of sessions in ${file.file}; run ${record}`
    problems.push({ file: recordedFile.file, line, expected, found: session })
  })
  return problems
}

/** Shown by the lesson, or asked about in its quiz. */
function isUsed({ body, items }: ContentPage, session: string): boolean {
  return (
    body.terminals.some(({ id }) => id === session) ||
    items.some((item) => item.kind === 'trace' && item.session === session)
  )
}

/** What stands at the changed place now. */
function describeChange(session: RecordingFiles['sessions'][number], [field, index]: PropertyKey[]): string {
  if (field === 'shop') return session.shop ? `${session.shop.step}, changed since` : 'no shop'
  if (field === 'setUp') return session.setUp === undefined ? 'no setUp' : 'another setUp'
  const command = typeof index === 'number' ? session.commands[index] : undefined
  return command === undefined
    ? 'fewer commands'
    : excerpt(typeof command === 'string' ? command : command.run)
}
