import type { WrittenItem } from '#domain/quiz/item.ts'
import { fenceLanguages } from './fences/languages.ts'
import type { LessonBody } from './lesson-body.ts'
import { formatFound, type Problem } from './problem.ts'
import type { YamlDocument } from './read-yaml.ts'

type QuizOwner = { id: string; objectives: { id: string }[] }

/** The rules that need more than one field, or the lesson of the quiz. */
export function quizProblems(
  items: WrittenItem[],
  document: YamlDocument,
  owner: QuizOwner,
  body: LessonBody,
): Problem[] {
  const problems: Problem[] = []
  const at = (path: PropertyKey[], expected: string, found: string) =>
    problems.push({ file: document.file, line: document.lineOf(path), expected, found })

  items.forEach((item, index) => {
    if (!item.id.startsWith(`${owner.id}.`))
      at([index, 'id'], `an id that starts with ${owner.id}.`, formatFound(item.id))
    if (!owner.objectives.some((objective) => objective.id === item.objective)) {
      at([index, 'objective'], `an objective of ${owner.id}`, formatFound(item.objective))
    }
    if (!body.headings.some((heading) => heading.slug === item.home)) {
      const known = body.headings.map((heading) => heading.slug).join(', ')
      at([index, 'home'], `a heading of the lesson: ${known}`, formatFound(item.home))
    }
    for (const { expected, found } of itemProblems(item)) at([index], `${item.id}: ${expected}`, found)
  })
  for (const objective of owner.objectives) {
    const count = items.filter((item) => item.objective === objective.id).length
    if (count < 2) at([], `at least two items for the objective ${objective.id}`, String(count))
  }
  const forBeginners = items.filter(({ roles }) => roles.includes('beginner')).length
  if (forBeginners < 3) at([], 'at least three items for beginners', String(forBeginners))
  const kinds = new Set(items.map((item) => item.kind))
  if (kinds.size < 3) at([], 'items of at least three kinds', [...kinds].join(', '))
  return problems
}

/** A quick check in a text may only show items of the quiz in the same folder. */
export function quickCheckProblems(
  file: string,
  { quickChecks }: LessonBody,
  items: WrittenItem[],
): Problem[] {
  const ids = items.map((item) => item.id)
  return quickChecks.flatMap(({ items: referencedIds, line }) =>
    referencedIds
      .filter((id) => !ids.includes(id))
      .map((id) => ({ file, line, expected: `an item of this lesson: ${ids.join(', ')}`, found: id })),
  )
}

type Finding = { expected: string; found: string }

function itemProblems(item: WrittenItem): Finding[] {
  const findings: Finding[] = []
  if (item.code && !fenceLanguages.includes(item.code.language)) {
    const expected = `code.language: one of ${fenceLanguages.join(', ')}`
    findings.push({ expected, found: formatFound(item.code.language) })
  }
  const parts = partTextsOf(item)
  const repeated = parts.map((part) => part.id).find((id, index, ids) => ids.indexOf(id) !== index)
  if (repeated) findings.push({ expected: 'each part to have its own id', found: `${repeated} twice` })
  const dependentOption = parts.find((part) =>
    /\b(all|none|both) of (the above|these|them)\b/i.test(part.text),
  )
  if (dependentOption)
    findings.push({
      expected: 'options that make sense on their own',
      found: formatFound(dependentOption.text),
    })
  if (item.kind === 'single' || item.kind === 'line' || item.kind === 'trace') {
    const options = item.kind === 'line' ? item.lines : item.options
    const right = options.filter((option) => option.right).length
    if (right !== 1) findings.push({ expected: 'exactly one right option', found: String(right) })
  }
  if (item.kind === 'multi' && !item.options.some((option) => option.right)) {
    findings.push({ expected: 'at least one right option', found: 'none' })
  }
  return findings
}

function partTextsOf(item: WrittenItem): { id: string; text: string }[] {
  switch (item.kind) {
    case 'single':
    case 'multi':
      return item.options
    case 'line':
      return item.lines
    case 'order':
      return [...item.lines, ...(item.distractors ?? [])]
    case 'match':
      return [...item.pairs, ...(item.extra ?? [])].map(({ id, definition }) => ({ id, text: definition }))
    case 'trace':
      return item.options.map(({ id, text = '' }) => ({ id, text }))
    case 'short':
      return item.accept.map((text, index) => ({ id: String(index), text }))
    default:
      return item satisfies never
  }
}
