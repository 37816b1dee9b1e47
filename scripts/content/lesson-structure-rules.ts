import type { FrontMatter } from '#domain/catalog/lesson.ts'
import { checkedLanguages } from './fences/fence-rules.ts'
import type { LessonBody } from './lesson-body.ts'
import type { Problem } from './problem.ts'

/** The least that every lesson must have, so that each topic offers readers of each depth as much as the others. */
const minimums = {
  words: { beginner: 150, practitioner: 250 },
  components: { For: 2, Note: 2, Myth: 1 },
  checked: 1,
}

export function lessonStructureProblems(file: string, front: FrontMatter, body: LessonBody): Problem[] {
  const problems: Problem[] = []
  const report = (expected: string, found: string) => problems.push({ file, line: 1, expected, found })
  for (const [role, minimum] of Object.entries(minimums.words)) {
    const count = role === 'beginner' ? body.words.beginner : body.words.practitioner
    if (count < minimum) report(`at least ${minimum} words for a ${role}`, `${count}`)
  }
  for (const [name, minimum] of Object.entries(minimums.components)) {
    const count = body.components[name] ?? 0
    if (count < minimum) report(`at least ${minimum} × <${name}>`, String(count))
  }
  const checked = body.fences.filter(
    (fence) => checkedLanguages.includes(fence.language) && fence.meta.check !== 'off',
  )
  if (checked.length + body.terminals.length < minimums.checked) {
    report(
      `a recorded session, or a code block that the build checks (${checkedLanguages.join(', ')})`,
      'none',
    )
  }
  if (front.id.split('.').length !== 2) report('an id such as images.layers: area, dot, topic', front.id)
  return problems
}
