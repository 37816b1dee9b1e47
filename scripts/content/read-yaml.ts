import * as v from 'valibot'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { formatFound, type Problem } from './problem.ts'

/** A YAML text with the line of each value, for problems. */
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
  // Further errors are mostly consequences of the first.
  const problems = parsed.errors.slice(0, 1).map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    expected: 'valid YAML',
    found: error.message,
  }))
  return {
    document: {
      file,
      value: parsed.errors.length > 0 ? undefined : parsed.toJS(),
      lineOf: (path) => lineOfPath(parsed, path, counter) + firstLine - 1,
    },
    problems,
  }
}

/** The line of a field, or of its nearest existing parent if the field is missing. */
export function lineOfPath(document: Document, path: readonly PropertyKey[], counter: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const partialPath = path.slice(0, length)
    const offset = keyOffset(document, partialPath) ?? valueOffset(document.getIn(partialPath, true))
    if (offset !== undefined) return counter.linePos(offset).line
  }
  return counter.linePos(valueOffset(document.contents) ?? 0).line
}

/** The line of a field’s name, because a folded text starts a line later. */
function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  if (!isMap(parent)) return undefined
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
  return valueOffset(pair?.key)
}

function valueOffset(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

/** Checks a document against a schema; every issue becomes a problem at its line. */
export function validateYaml<Schema extends v.GenericSchema>(
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
  // `field:` without a value is null, which counts as missing.
  if (issue.input === undefined || issue.input === null) {
    return { ...base, expected: `the field ${field}`, found: 'nothing' }
  }
  return { ...base, expected: `${field}: ${expectation(issue)}`, found: formatFound(issue.input) }
}

/** Our own schema messages say what is expected; valibot's default messages start with "Invalid". */
function expectation(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid')) return issue.message
  const limit = 'requirement' in issue ? String(issue.requirement) : ''
  if (issue.type === 'min_length' || issue.type === 'min_value') return `at least ${limit}`
  if (issue.type === 'max_length' || issue.type === 'max_value') return `at most ${limit}`
  return issue.expected ?? issue.message
}
