import * as v from 'valibot'
import { slugSchema } from '../ids.ts'
import type { Shop } from '../lab/shop.ts'

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'some text'))

const truncatedCommandSchema = v.strictObject({
  run: v.pipe(text, v.description('What is typed. A here-document may follow in further lines.')),
  lines: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1),
    v.description('How many lines of its output the page shows; the page says how many there were.'),
  ),
})

const recordingScriptSchema = v.strictObject({
  id: v.pipe(slugSchema, v.description('Its name in the lesson: <Terminal id="…" />.')),
  title: v.pipe(
    text,
    v.maxLength(80, 'at most 80 characters'),
    v.description('What it shows, in a few words that stand above it.'),
  ),
  shop: v.optional(
    v.pipe(slugSchema, v.description('The step of content/shop whose files the machine has in /root/shop.')),
  ),
  setUp: v.optional(
    v.pipe(text, v.description('Shell, run unseen as root before the first command: files, containers.')),
  ),
  commands: v.pipe(
    v.array(v.union([text, truncatedCommandSchema])),
    v.minLength(1, 'at least one command'),
    v.maxLength(6, 'at most six commands; a longer one is a lab'),
    v.description('Typed into the terminal of a fresh machine, one after the other.'),
  ),
})

/**
 * `sessions.yaml`, next to a lesson: the commands that `npm run lab:record` types, and that the lesson shows with their
 * output.
 */
export const recordingScriptsFileSchema = v.pipe(
  v.array(recordingScriptSchema),
  v.minLength(1, 'at least one session'),
  v.check(
    (scripts) => new Set(scripts.map(({ id }) => id)).size === scripts.length,
    'sessions with ids that differ',
  ),
)
export type RecordingScriptEntry = v.InferOutput<typeof recordingScriptSchema>
/** A recording script with the files of its `shop`. */
export type RecordingScript = Omit<RecordingScriptEntry, 'shop'> & { shop?: Shop | undefined }

/** The text that is typed for each command of a script. */
export function commandsToType({ commands }: RecordingScript): string[] {
  return commands.map((command) => (typeof command === 'string' ? command : command.run))
}
