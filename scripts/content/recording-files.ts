import type * as v from 'valibot'
import { type Recording, recordedFileSchema } from '#domain/recording/recording.ts'
import { recordingScriptsFileSchema, type Session } from '#domain/recording/recording-script.ts'
import type { ContentFiles } from './content-tree.ts'
import type { Problem } from './problem.ts'
import { readYaml, validateYaml, type YamlDocument } from './read-yaml.ts'

/** The sessions beside a lesson, what was recorded of them, and the files that say so. */
export type SessionFiles = {
  sessions: Session[]
  file: YamlDocument
  recordings: Recording[]
  recordedFile: YamlDocument | undefined
}

export const sessionsFileOf = (lesson: string) => lesson.replace(/[^/]+$/, 'sessions.yaml')
export const recordedFileOf = (lesson: string) => lesson.replace(/[^/]+$/, 'recorded.yaml')

/** Undefined where a lesson has no sessions, or where they cannot be read, which is then a problem. */
export function readRecordingFiles(
  tree: ContentFiles,
  lesson: string,
): { files: SessionFiles | undefined; problems: Problem[] } {
  const sessions = checked(tree, sessionsFileOf(lesson), recordingScriptsFileSchema)
  const recorded = checked(tree, recordedFileOf(lesson), recordedFileSchema)
  const problems = [...(sessions?.problems ?? []), ...(recorded?.problems ?? [])]
  if (recorded && !sessions) {
    const expected = `the file ${sessionsFileOf(lesson)}, whose sessions these are`
    problems.push({ file: recordedFileOf(lesson), line: 1, expected, found: 'no such file' })
  }
  if (!sessions?.value) return { files: undefined, problems }
  const files = {
    sessions: sessions.value,
    file: sessions.document,
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
