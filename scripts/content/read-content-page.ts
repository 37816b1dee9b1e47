import type { Root } from 'mdast'
import type * as v from 'valibot'
import type { Objective } from '#domain/catalog/lesson.ts'
import { type Lab, labSchema } from '#domain/lab/lab.ts'
import { type Item, quizFileSchema } from '#domain/quiz/item.ts'
import { type LabOutput, labOutputSchema } from '#domain/recording/lab-output.ts'
import type { ContentFiles } from './content-files.ts'
import { fenceProblems } from './fences/fence-rules.ts'
import { headingProblems } from './heading-rules.ts'
import { labOutputPath } from './lab-output-path.ts'
import { labOutputProblems, labProblems } from './lab-rules.ts'
import { type LessonBody, readLessonBody } from './lesson-body.ts'
import { labFileOf } from './page-files.ts'
import type { Problem } from './problem.ts'
import { quickCheckProblems, quizProblems } from './quiz-rules.ts'
import { quoteProblems } from './quote-rules.ts'
import { readYaml, validateYaml, type YamlDocument } from './read-yaml.ts'
import { type RecordingFiles, readRecordingFiles } from './recording-files.ts'
import { withShop } from './shop.ts'
import { fillTraceItems } from './trace-items.ts'

/** A page of text with a quiz: a lesson or a primer, with its parsed files. */
export type ContentPage = {
  file: string
  owner: string
  objectives: Objective[]
  address: string
  body: LessonBody
  /** The parsed text, for `toModule`. */
  tree: Root
  items: Item[]
  /** Front matter and `quiz.yaml` as YAML documents, which know the line of each value. */
  front: YamlDocument
  quiz: YamlDocument | undefined
  lab: { value: Lab; file: YamlDocument; output: LabOutput | undefined } | undefined
  recordingFiles: RecordingFiles | undefined
}

/**
 * A page that exists but could not be read. References to it are not checked, so that its author sees one problem and
 * not another one for every link.
 */
export type UnreadablePage = { kind: 'unreadable'; address: string; id: string | undefined }

/** Reads a YAML file and checks it against its schema; what is wrong is added to `problems`. */
export function readYamlFile<Schema extends v.GenericSchema>(
  content: ContentFiles,
  file: string,
  schema: Schema,
  problems: Problem[],
): { value: v.InferOutput<Schema> | undefined; document: YamlDocument } | undefined {
  const text = readRequiredText(content, file, problems)
  return text === undefined ? undefined : parseYaml(file, text, 1, schema, problems)
}

/** Reads the text and the front matter of a page, and the quiz in the same folder. */
export function readContentPage<Front extends { id: string; objectives: Objective[] }>(
  content: ContentFiles,
  { file, address }: { file: string; address: string },
  schema: v.GenericSchema<unknown, Front>,
  problems: Problem[],
): { kind: 'read'; front: Front; page: ContentPage } | UnreadablePage {
  const text = readRequiredText(content, file, problems)
  // The id can usually be found even if the text does not parse.
  const unreadable: UnreadablePage = { kind: 'unreadable', address, id: /^id: *(\S+)/m.exec(text ?? '')?.[1] }
  if (text === undefined) return unreadable
  const { body, tree: parsed, problems: found } = readLessonBody(file, text)
  problems.push(...found, ...fenceProblems(file, body.fences), ...headingProblems(file, body))
  problems.push(...quoteProblems(content, file, body.fences))
  const quiz = readYamlFile(content, file.replace(/[^/]+$/, 'quiz.yaml'), quizFileSchema, problems)
  if (!parsed || !body.frontMatter) {
    // If the text does not parse, that has already been reported.
    const expected = 'front matter between two lines of ---'
    if (found.length === 0) problems.push({ file, line: 1, expected, found: 'none' })
    return unreadable
  }
  const read = parseYaml(file, body.frontMatter.text, body.frontMatter.line, schema, problems)
  if (!read.value) return unreadable
  const { id: ownerId, objectives } = read.value
  const recordings = readRecordingFiles(content, file)
  problems.push(...recordings.problems)
  let items: Item[] = []
  if (quiz?.value) {
    const traces = fillTraceItems(quiz.value, {
      document: quiz.document,
      body,
      recordingFiles: recordings.files,
    })
    items = traces.items
    problems.push(
      ...traces.problems,
      ...quizProblems(quiz.value, quiz.document, read.value, body),
      ...quickCheckProblems(file, body, quiz.value),
    )
  }
  const lab = readLab(content, file, problems)
  const page = {
    file,
    owner: ownerId,
    objectives,
    address,
    body,
    tree: parsed,
    items,
    front: read.document,
    quiz: quiz?.document,
    lab,
    recordingFiles: recordings.files,
  }
  return { kind: 'read', front: read.value, page }
}

function readLab(content: ContentFiles, pageFile: string, problems: Problem[]): ContentPage['lab'] {
  const file = labFileOf(pageFile)
  if (content.read(file) === undefined) return undefined
  const read = readYamlFile(content, file, labSchema, problems)
  if (!read?.value) return undefined
  const { document } = read
  const lab = withShop(content, read.value, { file, line: document.lineOf(['shop']), problems })
  problems.push(...labProblems(lab, document))
  const outputFile = labOutputPath(file)
  const hasOutput = content.read(outputFile) !== undefined
  const output = hasOutput ? readYamlFile(content, outputFile, labOutputSchema, problems)?.value : undefined
  if (output || !hasOutput) problems.push(...labOutputProblems(lab, document, output))
  return { value: lab, file: document, output }
}

function parseYaml<Schema extends v.GenericSchema>(
  file: string,
  text: string,
  line: number,
  schema: Schema,
  problems: Problem[],
): { value: v.InferOutput<Schema> | undefined; document: YamlDocument } {
  const read = readYaml(file, text, line)
  problems.push(...read.problems)
  if (read.problems.length > 0) return { value: undefined, document: read.document }
  const checked = validateYaml(schema, read.document)
  problems.push(...checked.problems)
  return { value: checked.value, document: read.document }
}

function readRequiredText(content: ContentFiles, file: string, problems: Problem[]): string | undefined {
  const text = content.read(file)
  if (text === undefined)
    problems.push({ file, line: 1, expected: `the file ${file}`, found: 'no such file' })
  return text
}
