import type { Item, WrittenItem } from '#domain/quiz/item.ts'
import type { TraceItem, WrittenTraceItem } from '#domain/quiz/kinds/trace.ts'
import { engineAndDate, type ShownCommand, toShownCommands } from '#domain/recording/recording.ts'
import type { LessonBody } from './lesson-body.ts'
import { formatFound, type Problem } from './problem.ts'
import type { YamlDocument } from './read-yaml.ts'
import { type RecordingFiles, recordingScriptsPath, recordingsPath } from './recording-files.ts'

/** With more lines, it would be a page to read, not an answer to recognize. */
const maxAnswerLines = 12

type Context = { document: YamlDocument; body: LessonBody; recordingFiles: RecordingFiles | undefined }
type ReportProblem = (path: PropertyKey[], expected: string, found: string) => void

/**
 * Adds the recording to each trace item: the transcript, and the output as the right option. An item without a usable
 * recording is reported and stays empty, so that every item keeps its index in the file.
 */
export function fillTraceItems(
  items: WrittenItem[],
  context: Context,
): { items: Item[]; problems: Problem[] } {
  const { document } = context
  const problems: Problem[] = []
  const filled = items.map((item, index): Item => {
    if (item.kind !== 'trace') return item
    const report: ReportProblem = (path, expected, found) =>
      problems.push({
        file: document.file,
        line: document.lineOf([index, ...path]),
        expected: `${item.id}: ${expected}`,
        found,
      })
    return fillTraceItem(item, context, report)
  })
  return { items: filled, problems }
}

function fillTraceItem(
  item: WrittenTraceItem,
  { document, body, recordingFiles }: Context,
  report: ReportProblem,
): TraceItem {
  const script = recordingFiles?.scripts.find(({ id }) => id === item.session)
  const recording = recordingFiles?.recordings.find((candidate) => candidate.session === item.session)
  if (item.code) report(['code'], 'no code, because the build shows the transcript there', 'code')
  if (body.terminals.some(({ id }) => id === item.session))
    report(
      ['session'],
      'a session that the lesson does not show, because it gives the answer away',
      item.session,
    )
  if (!script) {
    const ids = recordingFiles?.scripts.map(({ id }) => id).join(', ') || 'there is none'
    report(['session'], `a session of ${recordingScriptsPath(document.file)}: ${ids}`, item.session)
  } else if (!recording) {
    report(['session'], `a recording of it in ${recordingsPath(document.file)}`, 'none')
  }
  const shown = script && recording ? toShownCommands(script, recording) : []
  const asked = shown.at(-1)
  if (!script || !recording || !asked)
    return withRecording(item, { transcript: [], answer: '', recordedOn: '' })
  const answer = outputOf(asked)
  reportOptions(item, answer, report)
  const setUp = script.setUp?.split('\n') ?? []
  const transcript = [
    ...setUp.map((line) => `$ ${line}`),
    ...shown.slice(0, -1).flatMap((command) => [`$ ${command.run}`, ...linesOf(outputOf(command))]),
    `$ ${asked.run}`,
  ]
  return withRecording(item, { transcript, answer, recordedOn: engineAndDate(recording) })
}

function withRecording(
  item: WrittenTraceItem,
  { transcript, answer, recordedOn }: { transcript: string[]; answer: string; recordedOn: string },
): TraceItem {
  return {
    ...item,
    code: { language: 'console', text: transcript.join('\n') },
    options: item.options.map((option) => ({ ...option, text: option.right ? answer : (option.text ?? '') })),
    recordedOn,
  }
}

function reportOptions({ options }: WrittenTraceItem, answer: string, report: ReportProblem): void {
  if (answer === '') report(['session'], 'a last command that prints something or fails', 'neither')
  const count = linesOf(answer).length
  if (count > maxAnswerLines)
    report(['session'], `at most ${maxAnswerLines} lines of output of the last command`, String(count))
  options.forEach(({ right: isRight, text }, index) => {
    if (isRight && text !== undefined) {
      report(
        ['options', index, 'text'],
        'no text at the right option, because the recording is the answer',
        formatFound(text),
      )
    } else if (!isRight && text === undefined) {
      report(['options', index], 'a text at each wrong option', 'none')
    } else if (!isRight && text?.trim() === answer.trim()) {
      report(['options', index, 'text'], 'an output that was not recorded', formatFound(text))
    }
  })
}

/** The output of a command, with the exit code if it is not 0, as lessons display it. */
function outputOf({ output, exit, omittedLineCount }: ShownCommand): string {
  return [
    ...linesOf(output),
    ...(omittedLineCount > 0 ? ['…'] : []),
    ...(exit === 0 ? [] : [`exit code ${exit}`]),
  ].join('\n')
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
