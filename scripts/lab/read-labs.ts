import type { Lab } from '#domain/lab/lab.ts'
import { compileCourse, formatProblems, isSolvedByRecording } from '../content/index.ts'
import { contentRoot } from '../site-config.ts'

/** Every lab, in course order. Throws with the problems, as `check:content` prints them, if one is invalid. */
export function readLabs(): { lab: Lab; file: string }[] {
  const { pages, problems } = compileCourse(contentRoot)
  const labProblems = problems.filter(
    (problem) => problem.file.endsWith('/lab.yaml') && !isSolvedByRecording(problem),
  )
  if (labProblems.length > 0) throw new Error(formatProblems(labProblems))
  return pages.flatMap(({ lab }) => (lab ? [{ lab: lab.value, file: lab.file.file }] : []))
}

export function unknownLab(id: string): string {
  return `No lab has the id "${id}". Expected the id in a lab.yaml, such as one-kernel.`
}
