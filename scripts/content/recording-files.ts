import type * as v from 'valibot'
import { type Recording, recordedFileSchema } from '#domain/recording/recording.ts'
import { type RecordingScript, recordingScriptsFileSchema } from '#domain/recording/recording-script.ts'
import type { ContentFiles } from './content-files.ts'
import type { Problem } from './problem.ts'
import { readYaml, validateYaml, type YamlDocument } from './read-yaml.ts'
import { withShop } from './shop.ts'

/** The recording scripts of a lesson, their recordings, and the files of both. */
export type RecordingFiles = {
  scripts: RecordingScript[]
  file: YamlDocument
  recordings: Recording[]
  recordedFile: YamlDocument | undefined
}

export const recordingScriptsPath = (lesson: string) => lesson.replace(/[^/]+$/, 'sessions.yaml')
export const recordingsPath = (lesson: string) => lesson.replace(/[^/]+$/, 'recorded.yaml')

/** Undefined if a lesson has no recording scripts, and with a problem if they cannot be read. */
export function readRecordingFiles(
  content: ContentFiles,
  lesson: string,
): { files: RecordingFiles | undefined; problems: Problem[] } {
  const scripts = readOptionalYaml(content, recordingScriptsPath(lesson), recordingScriptsFileSchema)
  const recorded = readOptionalYaml(content, recordingsPath(lesson), recordedFileSchema)
  const problems = [...(scripts?.problems ?? []), ...(recorded?.problems ?? [])]
  if (recorded && !scripts) {
    const expected = `the file ${recordingScriptsPath(lesson)}, whose sessions these are`
    problems.push({ file: recordingsPath(lesson), line: 1, expected, found: 'no such file' })
  }
  if (!scripts?.value) return { files: undefined, problems }
  const { document } = scripts
  const files = {
    scripts: scripts.value.map((script, index) =>
      withShop(content, script, { file: document.file, line: document.lineOf([index, 'shop']), problems }),
    ),
    file: document,
    recordings: recorded?.value ?? [],
    recordedFile: recorded?.document,
  }
  return { files, problems }
}

function readOptionalYaml<Schema extends v.GenericSchema>(
  content: ContentFiles,
  file: string,
  schema: Schema,
) {
  const text = content.read(file)
  if (text === undefined) return undefined
  const { document, problems } = readYaml(file, text)
  return {
    document,
    ...(problems.length > 0 ? { value: undefined, problems } : validateYaml(schema, document)),
  }
}
