import type { Cell } from '../table/cell.ts'
import type { ItemAnalysis } from './item-analysis.ts'

const head = [
  'Item',
  'Revision',
  'Question',
  'Asked',
  'Left blank',
  'Percent of points',
  'Discrimination',
  'Wrong answers',
  'Misconceptions',
]

/** The item analysis for a spreadsheet. `questions` has the stem of each item by id. */
export function itemAnalysisToRows(
  analysis: readonly ItemAnalysis[],
  questions: ReadonlyMap<string, string>,
): Cell[][] {
  return [head, ...analysis.map((each) => rowOf(each, questions.get(each.column.id) ?? ''))]
}

function rowOf(
  { column, askedCount, unansweredCount, percent, discrimination, wrongResponses }: ItemAnalysis,
  question: string,
): Cell[] {
  return [
    column.id,
    column.rev,
    question,
    askedCount,
    unansweredCount,
    percent,
    discrimination === undefined ? '' : Math.round(discrimination * 100) / 100,
    wrongResponses.map(({ text, count }) => `${count}× ${text}`).join('; '),
    wrongResponses
      .flatMap(({ count, misconception }) => (misconception ? [`${count}× ${misconception}`] : []))
      .join('; '),
  ]
}
