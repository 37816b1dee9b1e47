import type { LessonBody } from './lesson-body.ts'
import type { Problem } from './problem.ts'

/**
 * Two headings with the same text get `name` and `name-1` as anchors, which swap when the headings do. Links and the `home`
 * of items would then silently lead elsewhere.
 */
export function headingProblems(file: string, { headings, notes }: LessonBody): Problem[] {
  return [
    ...findDuplicates(headings.map(({ text, line }) => ({ name: text, line }))).map((again) => ({
      file,
      line: again.line,
      expected: `a unique heading; line ${again.first} has the same one`,
      found: again.name,
    })),
    ...findDuplicates(notes.map(({ title, line }) => ({ name: title, line }))).map((again) => ({
      file,
      line: again.line,
      expected: `a unique note title; line ${again.first} has the same one`,
      found: again.name,
    })),
  ]
}

type NamedElement = { name: string; line: number }

function findDuplicates(elements: NamedElement[]): (NamedElement & { first: number })[] {
  const key = ({ name }: NamedElement) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  return elements.flatMap((element, index) => {
    const first = elements.slice(0, index).find((earlier) => key(earlier) === key(element))
    return first ? [{ ...element, first: first.line }] : []
  })
}
