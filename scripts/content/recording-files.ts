import type * as v from 'valibot'
import { type Recording, recordedFileSchema } from '#domain/recording/recording.ts'
import { type RecordingScript, recordingScriptsFileSchema } from '#domain/recording/recording-script.ts'
import type { ContentFiles } from './content-tree.ts'
import type { Problem } from './problem.ts'
import { readYaml, validateYaml, type YamlDocument } from './read-yaml.ts'
import { withShop } from './shop.ts'

/** The sessions beside a lesson, what was recorded of them, and the files that say so. */
export type RecordingFiles = {
  sessions: RecordingScript[]
  file: YamlDocument
  recordings: Recording[]
  recordedFile: YamlDocument | undefined
}

export const recordingScriptsPath = (lesson: string) => lesson.replace(/[^/]+$/, 'sessions.yaml')
export const recordingsPath = (lesson: string) => lesson.replace(/[^/]+$/, 'recorded.yaml')

/** Undefined where a lesson has no sessions, or where they cannot be read, which is then a problem. */
export function readRecordingFiles(
  tree: ContentFiles,
  lesson: string,
): { files: RecordingFiles | undefined; problems: Problem[] } {
  const sessions = checked(tree, recordingScriptsPath(lesson), recordingScriptsFileSchema)
  const recorded = checked(tree, recordingsPath(lesson), recordedFileSchema)
  const problems = [...(sessions?.problems ?? []), ...(recorded?.problems ?? [])]
  if (recorded && !sessions) {
    const expected = `the file ${recordingScriptsPath(lesson)}, whose sessions these are`
    problems.push({ file: recordingsPath(lesson), line: 1, expected, found: 'no such file' })
  }
  if (!sessions?.value) return { files: undefined, problems }
  const { document } = sessions
  const files = {
    sessions: sessions.value.map((session, index) =>
      withShop(tree, session, { file: document.file, line: document.lineOf([index, 'shop']), problems }),
    ),
    file: document,
    recordings: recorded?.value ?? [],
    recordedFile: recorded?.document,
  }
  return { files, problems }
}

function checked<Schema extends v.GenericSchema>(tree: ContentFiles, file: string, schema: Schema) {
  const text = tree.read(file)
  if (text === undefined) return undefined
  const { document, problems } = readYaml(file, text)
  return {
    document,
    ...(problems.length > 0 ? { value: undefined, problems } : validateYaml(schema, document)),
  }
}
