import * as v from 'valibot'
import { isoDate } from '../catalog/text-schemas.ts'
import { slugSchema } from '../ids.ts'
import { findOutdatedStart } from '../lab/shop.ts'
import { commandsToType, type RecordingScript } from './recording-script.ts'

export const recordedCommandSchema = v.strictObject({
  run: v.string(),
  exit: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)),
  /** The text on the terminal at the end, with wrapped lines joined and without trailing spaces. */
  output: v.string(),
})

const recordingSchema = v.strictObject({
  session: slugSchema,
  /** The versions of Docker Engine and its client, as the machine reports them. */
  engine: v.pipe(v.string(), v.minLength(1)),
  client: v.pipe(v.string(), v.minLength(1)),
  seen: isoDate,
  /** The step of the shop that was in the machine, and its digest. */
  shop: v.optional(v.string()),
  setUp: v.optional(v.string()),
  commands: v.array(recordedCommandSchema),
})

/** `recorded.yaml`, next to `sessions.yaml`: written by `npm run lab:record`, never by hand. */
export const recordedFileSchema = v.array(recordingSchema)
export type Recording = v.InferOutput<typeof recordingSchema>
export type RecordedCommand = Recording['commands'][number]

/**
 * The path in a script of the first change since it was recorded; undefined if the recording is up to date.
 */
export function findOutdatedCommand(
  script: RecordingScript,
  recording: Recording,
): PropertyKey[] | undefined {
  const start = findOutdatedStart(script, recording)
  if (start) return [start]
  const typed = commandsToType(script)
  const index = typed.findIndex((run, commandIndex) => run !== recording.commands[commandIndex]?.run)
  if (index >= 0) return ['commands', index]
  return typed.length < recording.commands.length ? ['commands'] : undefined
}

/** A command as the page shows it. */
export type ShownCommand = {
  run: string
  output: string
  exit: number
  /** How many lines the page leaves out. */
  omittedLineCount: number
}

export function toShownCommands(script: RecordingScript, recording: Recording): ShownCommand[] {
  return recording.commands.map(({ run, output, exit }, index) => {
    const command = script.commands[index]
    const lines = output.split('\n')
    const shown = typeof command === 'object' ? Math.min(command.lines, lines.length) : lines.length
    return { run, exit, output: lines.slice(0, shown).join('\n'), omittedLineCount: lines.length - shown }
  })
}

/** Engine version and date. The client’s version is added if it differs, because much of the output is the client’s. */
export function engineAndDate({
  engine,
  client,
  seen,
}: Pick<Recording, 'engine' | 'client' | 'seen'>): string {
  const withClient = client === engine ? '' : ` with client ${client}`
  return `Docker Engine ${engine}${withClient}, ${formatLongDate.format(new Date(seen))}`
}

const formatLongDate = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
