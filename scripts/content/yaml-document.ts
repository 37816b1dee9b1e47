import * as v from 'valibot'
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import { excerpt, type Problem } from './problem.ts'

/** A YAML text that remembers where each value stands, so that a refusal can name the line. */
export type YamlDocument = {
  file: string
  value: unknown
  lineOf: (path: readonly PropertyKey[]) => number
}

/** `firstLine` is the line of the file on which the text starts, for front matter inside another file. */
export function readYaml(
  file: string,
  text: string,
  firstLine = 1,
): { document: YamlDocument; problems: Problem[] } {
  const counter = new LineCounter()
  const parsed = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  const problems = parsed.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    expected: 'valid YAML',
    found: error.message,
  }))
  return {
    document: { file, value: parsed.toJS(), lineOf: (path) => lineAt(offsetOf(parsed, path)) },
    problems,
  }
}

/** The offset of a value, or of the nearest thing above it that exists (a missing field has no place of its own). */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

/** Checks a document against a schema; every issue becomes a problem at its line. */
export function checkYaml<Schema extends v.GenericSchema>(
  schema: Schema,
  document: YamlDocument,
): { value: v.InferOutput<Schema> | undefined; problems: Problem[] } {
  const result = v.safeParse(schema, document.value)
  if (result.success) return { value: result.output, problems: [] }
  const problems = result.issues.map((issue) => problemOf(issue, document))
  return { value: undefined, problems }
}

function problemOf(issue: v.BaseIssue<unknown>, document: YamlDocument): Problem {
  const path = (issue.path ?? []).map((item) => item.key as PropertyKey)
  const field = path.map(String).join('.') || 'the document'
  const base = { file: document.file, line: document.lineOf(path) }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { ...base, expected: 'only fields of the schema', found: `the unknown field ${field}` }
  }
  if (issue.input === undefined) return { ...base, expected: `the field ${field}`, found: 'nothing' }
  return { ...base, expected: `${field}: ${expectation(issue)}`, found: excerpt(issue.input) }
}

/** Our own schema messages say what is wanted; valibot's default ones start with "Invalid". */
function expectation(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid')) return issue.message
  return issue.expected ?? issue.message
}
