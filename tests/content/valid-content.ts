import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileContent } from '#scripts/content/compile.ts'
import { filesInMemory } from '#scripts/content/content-files.ts'
import type { Problem } from '#scripts/content/problem.ts'

/** The date of the build in these tests. */
export const today = '2026-11-23'

const root = join(import.meta.dirname, 'valid')

/** The files of a course with one area, one lesson and one primer, which passes every check. Keyed by path. */
export const validFiles: Record<string, string> = Object.fromEntries(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
)

export const lesson = 'content/01-images/01-layers/lesson.mdx'
export const quiz = 'content/01-images/01-layers/quiz.yaml'
export const lab = 'content/01-images/01-layers/lab.yaml'
export const labOutput = 'content/01-images/01-layers/lab-output.yaml'
export const sessions = 'content/01-images/01-layers/sessions.yaml'
export const recorded = 'content/01-images/01-layers/recorded.yaml'
export const area = 'content/01-images/area.yaml'
export const glossary = 'content/glossary.yaml'

/** One change to one file of the valid course. */
export type BrokenFile = { file: string; from: string; to: string }

/** The valid course with one thing changed. */
export function withBrokenFiles({ file, from, to }: BrokenFile): Record<string, string> {
  const text = validFiles[file]
  if (!text?.includes(from)) throw new Error(`${file} of the valid course has no ${from}`)
  return { ...validFiles, [file]: text.replace(from, () => to) }
}

export function problemsOf(files: Record<string, string>): Problem[] {
  return compileContent(filesInMemory(files), today).problems
}

/** The number of the first line with this text, from 1. */
export function lineWith(files: Record<string, string>, file: string, text: string): number {
  const line = (files[file] ?? '').split('\n').findIndex((candidate) => candidate.includes(text)) + 1
  if (line === 0) throw new Error(`no line of ${file} has ${text}`)
  return line
}

/** A change, the line where its problem must be reported (`at` is text in that line of `in`), and the expected wording. */
export type ExpectedProblem = BrokenFile & {
  name: string
  in?: string
  at: string
  expected: string
  found: string
}

/** The problems that the compiler reports for a change, and the expected ones. */
export function answer(rejection: ExpectedProblem): { problems: Problem[]; wanted: Problem[] } {
  const files = withBrokenFiles(rejection)
  const file = rejection.in ?? rejection.file
  const { expected, found } = rejection
  const line = lineWith(files, file, rejection.at)
  return { problems: problemsOf(files), wanted: [{ file, line, expected, found }] }
}
