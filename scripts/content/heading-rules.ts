import type { LessonBody } from './lesson-body.ts'
import type { Problem } from './problem.ts'

/**
 * Two headings with one name get `name` and `name-1` as anchors, which change places when the text does;
 * links and the `home` of items would then lead elsewhere without anyone noticing.
 */
export function headingProblems(file: string, { headings, notes }: LessonBody): Problem[] {
  return [
    ...repeated(headings.map(({ text, line }) => ({ name: text, line }))).map((again) => ({
      file,
      line: again.line,
      expected: `a heading of its own; line ${again.first} has this one`,
      found: again.name,
    })),
    ...repeated(notes.map(({ title, line }) => ({ name: title, line }))).map((again) => ({
      file,
      line: again.line,
      expected: `a note with a title of its own; line ${again.first} has this one`,
      found: again.name,
    })),
  ]
}

type Named = { name: string; line: number }

function repeated(places: Named[]): (Named & { first: number })[] {
  const key = ({ name }: Named) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  return places.flatMap((place, index) => {
    const first = places.slice(0, index).find((earlier) => key(earlier) === key(place))
    return first ? [{ ...place, first: first.line }] : []
  })
}
