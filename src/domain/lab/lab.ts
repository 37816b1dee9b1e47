import * as v from 'valibot'
import { slugSchema } from '#domain/ids.ts'

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'some text'))
const shellScriptSchema = v.pipe(v.string(), v.trim(), v.minLength(1, 'one command a line'))

/** JavaScript's regular expressions, multi-line: ^ and $ are the ends of lines. */
const patternSchema = v.pipe(
  v.string(),
  v.check((source) => isValidPattern(source), 'a regular expression that JavaScript understands'),
  // Nearly all outputs end in a line break, and after it stands an empty line.
  v.check((source) => !matchesEmptyString(source), 'a pattern that an empty line does not match'),
)

/**
 * What must be true of the machine when a step is done: a command that the learner doesn't see, run as root,
 * and what it must leave. Judged on the end state, so that different right ways pass.
 */
const checkSchema = v.strictObject({
  run: shellScriptSchema,
  /** The exit code that passes. */
  exit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)), 0),
  /** Its output, errors included, must match this. */
  shows: v.optional(patternSchema),
})

/** A way that many try and that doesn't work: seen in the output of `run` (default: the check's own). */
const wrongAnswerSchema = v.strictObject({
  run: v.optional(shellScriptSchema),
  when: patternSchema,
  /** Said to the learner: what happened, and where to look. Markdown, inline. */
  says: text,
  /** What someone who goes wrong types: replayed in tests, which must then hear `says`. */
  example: shellScriptSchema,
})

const stepSchema = v.strictObject({
  /** Permanent: progress hangs on it. */
  id: slugSchema,
  /** What to do and why. Markdown: paragraphs, inline code, links. */
  text,
  hint: v.optional(text),
  /** What one right way types, a command a line. Shown after the hint, replayed in tests. */
  solution: shellScriptSchema,
  /** What the step showed, said once its check has passed. */
  learnt: v.optional(text),
  check: checkSchema,
  wrong: v.optional(v.array(wrongAnswerSchema), []),
})

/** `lab.yaml`, beside the lesson whose claim it shows to be true. */
export const labSchema = v.strictObject({
  /** Permanent, and the lab's address: /labs/{id}. */
  id: slugSchema,
  title: text,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(15)),
  /** One sentence: what the learner will have seen with their own eyes. */
  goal: text,
  /** Run unseen, as root, before the first step. */
  setUp: v.optional(shellScriptSchema),
  /** Files of the machine that the file pane opens, such as /root/app/Dockerfile. */
  files: v.optional(v.array(v.pipe(v.string(), v.startsWith('/', 'a path from the root'))), []),
  /** What differs on a learner's own Docker. Markdown, inline. */
  ownDocker: v.optional(text),
  steps: v.pipe(v.array(stepSchema), v.minLength(2, 'at least two steps')),
})
export type Lab = v.InferOutput<typeof labSchema>
export type LabStep = Lab['steps'][number]
export type LabCheck = LabStep['check']

function matchesEmptyString(source: string): boolean {
  return source !== '' && isValidPattern(source) && new RegExp(source, 'm').test('\n')
}

function isValidPattern(source: string): boolean {
  try {
    new RegExp(source, 'm')
    return true
  } catch {
    return false
  }
}
