import type { Course } from './catalog-rules.ts'
import type { Problem } from './problem.ts'
import type { ContentPage } from './read-content-page.ts'

/** An id that saved progress refers to, and its location. Ids of one kind share a namespace. */
export type PermanentId = {
  kind: 'area' | 'lesson' | 'objective' | 'item' | 'term' | 'lab' | 'step'
  id: string
  /** Set for items only. */
  rev?: number
  file: string
  line: number
}

/** Every permanent id of the course, in the order of the files. A primer counts as a lesson. */
export function permanentIds({ catalog, pages, areaFiles, glossaryFile }: Course): PermanentId[] {
  const ids: PermanentId[] = []
  for (const { id, file } of areaFiles) {
    ids.push({ kind: 'area', id, file: file.file, line: file.lineOf(['id']) })
  }
  for (const { front, quiz, lab, items, owner, objectives } of pages) {
    ids.push({ kind: 'lesson', id: owner, file: front.file, line: front.lineOf(['id']) })
    objectives.forEach(({ id }, index) => {
      ids.push({ kind: 'objective', id, file: front.file, line: front.lineOf(['objectives', index, 'id']) })
    })
    items.forEach(({ id, rev }, index) => {
      ids.push({
        kind: 'item',
        id,
        rev,
        file: quiz?.file ?? front.file,
        line: quiz?.lineOf([index, 'id']) ?? 1,
      })
    })
    if (lab) ids.push(...idsOfLab(lab))
  }
  catalog.glossary.forEach(({ id }, index) => {
    const line = glossaryFile?.lineOf([index, 'id']) ?? 1
    ids.push({ kind: 'term', id, file: glossaryFile?.file ?? 'content/glossary.yaml', line })
  })
  return ids
}

/**
 * The id of a lab and those of its steps, which are prefixed with the lab’s id because two labs may have steps of the
 * same name.
 */
function idsOfLab({ value, file }: NonNullable<ContentPage['lab']>): PermanentId[] {
  const locationOf = (path: PropertyKey[]) => ({ file: file.file, line: file.lineOf(path) })
  return [
    { kind: 'lab', id: value.id, ...locationOf(['id']) },
    ...value.steps.map(({ id }, index): PermanentId => {
      return { kind: 'step', id: `${value.id}.${id}`, ...locationOf(['steps', index, 'id']) }
    }),
  ]
}

export function duplicateIdProblems(ids: PermanentId[]): Problem[] {
  const idLocations = new Map<string, PermanentId>()
  return ids.flatMap((entry) => {
    const name = `${entry.kind} ${entry.id}`
    const first = idLocations.get(name)
    if (!first) idLocations.set(name, entry)
    if (!first) return []
    const expected = `an id that is used once; ${first.file}:${first.line} has it`
    return [{ file: entry.file, line: entry.line, expected, found: name }]
  })
}
