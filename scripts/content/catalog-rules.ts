import type { Catalog } from '#domain/catalog/catalog.ts'
import type { Problem } from './problem.ts'
import type { ContentPage, UnreadablePage } from './read-content-page.ts'
import type { YamlDocument } from './read-yaml.ts'

/** All content with its files, for the rules that check across files. */
export type Course = {
  catalog: Catalog
  pages: ContentPage[]
  /** All `area.yaml` files that could be read. */
  areaFiles: { id: string; file: YamlDocument }[]
  /** Undefined if the glossary could not be read; links to its terms are then not checked. */
  glossaryFile: YamlDocument | undefined
  unreadablePages: UnreadablePage[]
}

/** Checks references between files: ids of areas, prerequisites, glossary terms. */
export function catalogProblems(course: Course): Problem[] {
  const problems: Problem[] = []
  const { pages, areaFiles, glossaryFile, unreadablePages } = course
  const { areas, lessons, glossary } = course.catalog
  const lessonIds = new Set([...lessons, ...unreadablePages].map(({ id }) => id))
  const terms = new Set(glossary.map((term) => term.id))
  const report = (file: YamlDocument | undefined, path: PropertyKey[], expected: string, found: string) => {
    if (file) problems.push({ file: file.file, line: file.lineOf(path), expected, found })
  }
  for (const lesson of lessons) {
    const front = pages.find((page) => page.owner === lesson.id)?.front
    const area = areas.find((candidate) => candidate.slug === lesson.area)
    if (area && !lesson.id.startsWith(`${area.id}.`)) {
      report(front, ['id'], `an id that starts with ${area.id}.`, lesson.id)
    }
    lesson.objectives.forEach(({ id }, index) => {
      if (id.startsWith(`${lesson.id}.`)) return
      report(front, ['objectives', index, 'id'], `an objective id that starts with ${lesson.id}.`, id)
    })
    lesson.needs.forEach((prerequisite, index) => {
      if (prerequisite === lesson.id) report(front, ['needs', index], 'needs: another lesson', prerequisite)
      if (!lessonIds.has(prerequisite))
        report(front, ['needs', index], 'needs: the id of a lesson', prerequisite)
    })
  }
  for (const area of areas) {
    const file = areaFiles.find(({ id }) => id === area.id)?.file
    area.words.forEach((word, index) => {
      if (!glossaryFile || terms.has(word)) return
      report(file, ['words', index], 'words: the id of a term in content/glossary.yaml', word)
    })
  }
  glossary.forEach((term, index) => {
    if (!term.lesson || lessonIds.has(term.lesson)) return
    report(glossaryFile, [index, 'lesson'], `${term.id}: the id of a lesson`, term.lesson)
  })
  return problems
}
