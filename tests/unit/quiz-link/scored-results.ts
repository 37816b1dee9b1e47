import { gradeTables } from '#domain/quiz-link/grade-table.ts'
import type { QuizResult } from '#domain/quiz-link/quiz-result.ts'
import { itemResultWith, resultWith } from './arbitraries.ts'

/** A result with these scores, in percent, for the items q0, q1 and so on. */
export function points(
  name: string,
  percents: (number | null)[],
  overrides: Partial<QuizResult> = {},
): QuizResult {
  const items = percents.map((percent, index) => itemResultWith({ id: `a.b.q${index}`, percent }))
  return resultWith({ name, items, ...overrides })
}

export const onlyTable = (results: QuizResult[]) => gradeTables(results)[0]!
