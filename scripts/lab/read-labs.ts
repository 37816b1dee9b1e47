import type { Lab } from '#domain/lab/lab.ts'
import { compileCourse, formatProblems } from '../content/index.ts'
import { contentRoot } from '../site-config.ts'

/** Every lab, in the order of the course. What is wrong in one is told as check:content tells it. */
export function readLabs(): { lab: Lab; file: string }[] {
  const { documents, problems } = compileCourse(contentRoot)
  const lessonPages = problems.filter(({ file }) => file.endsWith('/lab.yaml'))
  if (lessonPages.length > 0) throw new Error(formatProblems(lessonPages))
  return documents.flatMap(({ lab }) => (lab ? [{ lab: lab.value, file: lab.file.file }] : []))
}
