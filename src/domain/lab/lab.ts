import * as v from 'valibot'
import { slugSchema } from '#domain/ids.ts'
import type { Shop } from './shop.ts'

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'some text'))
const shellScriptSchema = v.pipe(v.string(), v.trim(), v.minLength(1, 'one command a line'))

/** JavaScript's regular expressions, multi-line: ^ and $ are the ends of lines. */
const patternSchema = v.pipe(
  v.string(),
  v.check((source) => isValidPattern(source), 'a regular expression that JavaScript understands'),
  // Nearly all outputs end in a line break, so the end of an output looks like an empty line.
  v.check((source) => !matchesEmptyString(source), 'a pattern that an empty line does not match'),
)

/**
 * What must be true when a step is done: a command that is run as root, hidden from the learner, and its expected result.
 * It looks at the resulting state, so that every correct way passes.
 */
const checkSchema = v.strictObject({
  run: shellScriptSchema,
  /** The exit code that passes. */
  exit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255)), 0),
  /** A pattern that its output, including standard error, must match. */
  shows: v.optional(patternSchema),
})

/** A common wrong answer, recognized by the output of `run` (default: the check's own). */
const wrongAnswerSchema = v.strictObject({
  run: v.optional(shellScriptSchema),
  when: patternSchema,
  /** The feedback: what happened, and where to look. Inline Markdown. */
  says: text,
  /** Commands that lead to it. Replays type them and expect `says`. */
  example: shellScriptSchema,
})

const stepSchema = v.strictObject({
  /** Permanent, because progress refers to it. */
  id: slugSchema,
  /** What to do and why. Markdown: paragraphs, inline code, links. */
  text,
  hint: v.optional(text),
  /** One correct way, one command per line. Shown after the hint and typed by replays. */
  solution: shellScriptSchema,
  /** The takeaway, shown once the check has passed. */
  learnt: v.optional(text),
  check: checkSchema,
  wrong: v.optional(v.array(wrongAnswerSchema), []),
})

/** `lab.yaml`, beside the lesson whose claim it shows to be true. */
export const labSchema = v.strictObject({
  /** Permanent; it is part of the lab’s address: /labs/{id}. */
  id: slugSchema,
  title: text,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(15)),
  /** One sentence that says what the learner will have seen. */
  goal: text,
  /** The step of `content/shop` whose files the machine has in /root/shop. */
  shop: v.optional(slugSchema),
  /** Run as root, hidden from the learner, before the first step. */
  setUp: v.optional(shellScriptSchema),
  /** Files of the machine that the file pane opens, such as /root/app/Dockerfile. */
  files: v.optional(v.array(v.pipe(v.string(), v.startsWith('/', 'a path from the root'))), []),
  /** What differs on a learner's own Docker. Markdown, inline. */
  ownDocker: v.optional(text),
  steps: v.pipe(v.array(stepSchema), v.minLength(2, 'at least two steps')),
})
export type LabFile = v.InferOutput<typeof labSchema>
/** A lab with the files that `shop` refers to. */
export type Lab = Omit<LabFile, 'shop'> & { shop?: Shop | undefined }
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
