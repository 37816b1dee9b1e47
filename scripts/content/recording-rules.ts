import { findOutdatedCommand, toShownCommands } from '#domain/recording/recording.ts'
import { commandsToType } from '#domain/recording/recording-script.ts'
import { formatFound, type Problem } from './problem.ts'
import type { ContentPage } from './read-content-page.ts'
import { type RecordingFiles, recordingScriptsPath, recordingsPath } from './recording-files.ts'

/** Checks that a lesson’s text, its recording scripts and its recordings match. */
export function recordingProblems(page: ContentPage): Problem[] {
  return [...terminalProblems(page), ...(page.recordingFiles ? fileProblems(page, page.recordingFiles) : [])]
}

function terminalProblems({ file, body, recordingFiles }: ContentPage): Problem[] {
  const ids = recordingFiles?.scripts.map(({ id }) => id) ?? []
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
  page: ContentPage,
  { scripts, recordings, file, recordedFile }: RecordingFiles,
): Problem[] {
  const problems: Problem[] = []
  const report = (path: PropertyKey[], expected: string, found: string) =>
    problems.push({ file: file.file, line: file.lineOf(path), expected, found })
  const record = `npm run lab:record -- ${page.owner}`
  scripts.forEach((script, index) => {
    const { id } = script
    const unsorted = commandsToType(script).findIndex((command) => /^docker diff [^|]*$/.test(command))
    if (unsorted >= 0) {
      report([index, 'commands', unsorted], sortedDiff, 'the output as it comes')
      return
    }
    if (!isUsed(page, id))
      report([index, 'id'], `<Terminal id="${id}" /> in ${page.file}, or a trace item about it`, 'neither')
    const recording = recordings.find((candidate) => candidate.session === id)
    if (!recording) {
      report([index, 'id'], `${id} in ${recordingsPath(page.file)}; run ${record}`, 'no recording of it')
      return
    }
    const changed = findOutdatedCommand(script, recording)
    if (changed) {
      report(
        [index, ...changed],
        `what was recorded as ${id}; run ${record}`,
        describeChange(script, changed),
      )
      return
    }
    toShownCommands(script, recording).forEach(({ omittedLineCount }, commandIndex) => {
      if (typeof script.commands[commandIndex] !== 'object' || omittedLineCount > 0) return
      report(
        [index, 'commands', commandIndex, 'lines'],
        'fewer lines than its output has',
        `${omittedLineCount} lines left out`,
      )
    })
  })
  recordings.forEach(({ session }, index) => {
    if (!recordedFile || scripts.some(({ id }) => id === session)) return
    const line = recordedFile.lineOf([index, 'session'])
    const expected = `recordings of sessions in ${file.file}; run ${record}`
    problems.push({ file: recordedFile.file, line, expected, found: session })
  })
  return problems
}

const sortedDiff = '`docker diff … | sort -k 2`, because Docker lists the paths in no particular order'

/** Whether the lesson shows the script, or its quiz asks about it. */
function isUsed({ body, items }: ContentPage, scriptId: string): boolean {
  return (
    body.terminals.some(({ id }) => id === scriptId) ||
    items.some((item) => item.kind === 'trace' && item.session === scriptId)
  )
}

/** The current text of what has changed. */
function describeChange(script: RecordingFiles['scripts'][number], [field, index]: PropertyKey[]): string {
  if (field === 'shop') return script.shop ? `${script.shop.step}, changed since` : 'no shop'
  if (field === 'setUp') return script.setUp === undefined ? 'no setUp' : 'another setUp'
  const command = typeof index === 'number' ? commandsToType(script)[index] : undefined
  return command === undefined ? 'fewer commands' : formatFound(command)
}
