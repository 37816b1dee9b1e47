import type { Item } from '#domain/quiz/item.ts'
import { type DepthRole, depthRoles } from './allowed-components.ts'
import type { LessonBody } from './lesson-body.ts'
import type { Problem } from './problem.ts'
import type { YamlDocument } from './read-yaml.ts'

/** What must be inside a depth, so that the reader’s role opens it together with the text that it belongs to. */
export function depthProblems(file: string, body: LessonBody, items: Item[]): Problem[] {
  return [
    ...body.depthParts
      .filter(({ role }) => !role)
      .map(({ name, line }) => ({
        file,
        line,
        expected: `<${name}> inside a <For>, at the end of the depth whose reader it is for`,
        found: 'one outside both depths',
      })),
    ...depthRoles.flatMap((role) => recapAndCheckProblems(file, role, body, items)),
  ]
}

function recapAndCheckProblems(file: string, role: DepthRole, body: LessonBody, items: Item[]): Problem[] {
  const depth = body.depthParts.filter((part) => part.role === role)
  const line = depth.find(({ name }) => name === 'For')?.line ?? 1
  const problems: Problem[] = []
  const recaps = depth.filter(({ name }) => name === 'Recap').length
  if (recaps !== 1) {
    const expected = `one <Recap> in <For role="${role}">, with what this depth has taught`
    problems.push({ file, line, expected, found: String(recaps) })
  }
  const fitting = items.filter((item) => fitsDepth(item, role, body)).map(({ id }) => id)
  const checks = body.quickChecks.filter((check) => check.role === role)
  if (fitting.length > 0 && checks.length === 0) {
    const expected = `a <Check> in <For role="${role}"> with one or two of ${fitting.join(', ')}`
    problems.push({ file, line, expected, found: 'none' })
  }
  for (const check of checks) {
    for (const item of items) {
      if (!check.items.includes(item.id) || item.roles.includes(role)) continue
      const expected = `an item with ${role} among its roles: ${fitting.join(', ') || 'this quiz has none'}`
      const found = `${item.id}, which is for ${item.roles.join(', ')}`
      problems.push({ file, line: check.line, expected, found })
    }
  }
  return problems
}

function fitsDepth({ roles, home }: Item, role: DepthRole, { headings }: LessonBody): boolean {
  if (!roles.includes(role)) return false
  return role === 'practitioner' || headings.some(({ slug, role }) => slug === home && role === 'beginner')
}

/**
 * Beginners are not asked about anything that only the practitioner’s depth explains. A practitioner’s item can have
 * its home at either depth; managers have no headings of their own.
 */
export function homeDepthProblems(
  items: Item[],
  document: YamlDocument,
  { headings }: LessonBody,
): Problem[] {
  const known = headings.filter(({ role }) => role === 'beginner').map(({ slug }) => slug)
  return items.flatMap((item, index) => {
    const home = headings.find(({ slug }) => slug === item.home)
    if (!home || !item.roles.includes('beginner') || home.role === 'beginner') return []
    return [
      {
        file: document.file,
        line: document.lineOf([index, 'home']),
        expected: `a heading of the beginner depth (${known.join(', ')}), or roles without beginner`,
        found: `${item.home}, which is for ${home.role ?? 'no depth'}`,
      },
    ]
  })
}
