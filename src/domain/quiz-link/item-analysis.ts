import { mean } from '../mean.ts'
import { rulesOf } from '../quiz/grading.ts'
import type { Item } from '../quiz/item.ts'
import { toPercent } from '../quiz/percentage.ts'
import type { GradeRow, GradeTable } from './grade-table.ts'
import type { GradeColumn } from './grade-table-columns.ts'
import type { ItemResult } from './quiz-result.ts'

/** With fewer learners, a correlation says more about chance than about the item. */
export const minLearnersForDiscrimination = 20

/** What was answered wrongly, how often, and the belief that leads there, where the item names one. */
export type WrongResponse = { text: string; count: number; misconception?: string }

export type ItemAnalysis = {
  column: GradeColumn
  /** How many learners had the item, and how many of them left it blank, which counts as no point. */
  askedCount: number
  unansweredCount: number
  /** The mean score, 0 to 1. High means easy. */
  mean: number
  /** The mean as it is shown: see `toPercent`. */
  percent: number
  /**
   * How well the item separates strong from weak learners, -1 to 1: the correlation of its scores with the mean of the
   * other items (point-biserial if the item is right or wrong). Undefined with fewer than twenty learners or if all
   * scores are equal.
   */
  discrimination?: number
  /** The most frequent first. Empty if the results contain no responses. */
  wrongResponses: WrongResponse[]
}

/** `items` are those that the page has loaded; wrong responses are counted only for them. */
export function analyzeItems(table: GradeTable, items: ReadonlyMap<string, Item>): ItemAnalysis[] {
  const itemScores = scoresByItem(table.rows)
  return table.columns.map((column) =>
    analyzeItem(column, itemScores.get(column.key) ?? [], items.get(column.id)),
  )
}

/** One learner's score for one item, and the mean of that learner's other items. */
type ItemScore = { cell: ItemResult; points: number; restMean: number }

/** Visits each cell once, so that the time is proportional to the number of results. */
function scoresByItem(rows: readonly GradeRow[]): ReadonlyMap<string, ItemScore[]> {
  const byKey = new Map<string, ItemScore[]>()
  for (const { cells } of rows) {
    let total = 0
    for (const cell of cells.values()) total += pointsOf(cell)
    for (const [key, cell] of cells) {
      const points = pointsOf(cell)
      const restMean = cells.size > 1 ? (total - points) / (cells.size - 1) : 0
      const scores = byKey.get(key)
      if (scores) scores.push({ cell, points, restMean })
      else byKey.set(key, [{ cell, points, restMean }])
    }
  }
  return byKey
}

function analyzeItem(
  column: GradeColumn,
  scores: readonly ItemScore[],
  item: Item | undefined,
): ItemAnalysis {
  const discrimination =
    scores.length >= minLearnersForDiscrimination
      ? correlation(scores.map(({ points, restMean }) => [points, restMean]))
      : undefined
  return {
    column,
    askedCount: scores.length,
    unansweredCount: scores.filter(({ cell }) => cell.percent === null).length,
    mean: mean(scores.map(({ points }) => points)),
    percent: toPercent(
      scores.reduce((sum, { cell }) => sum + (cell.percent ?? 0), 0),
      100 * scores.length,
    ),
    ...(discrimination !== undefined && { discrimination }),
    // Answers to another revision may not mean the same.
    wrongResponses:
      item?.rev === column.rev
        ? countWrongResponses(
            item,
            scores.map(({ cell }) => cell),
          )
        : [],
  }
}

function pointsOf({ percent }: ItemResult): number {
  return (percent ?? 0) / 100
}

/** Pearson's correlation. Undefined if one of the two does not vary. */
function correlation(pairs: readonly [number, number][]): number | undefined {
  const meanX = mean(pairs.map(([x]) => x))
  const meanY = mean(pairs.map(([, y]) => y))
  let xy = 0
  let xx = 0
  let yy = 0
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY)
    xx += (x - meanX) ** 2
    yy += (y - meanY) ** 2
  }
  // Sums of equal fractions differ in the last digits; that is not variation.
  return xx < 1e-9 || yy < 1e-9 ? undefined : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

function countWrongResponses(item: Item, cells: readonly ItemResult[]): ItemAnalysis['wrongResponses'] {
  const responses = new Map<string, WrongResponse>()
  for (const { text, misconception } of cells.flatMap((cell) => wrongParts(item, cell))) {
    const { count } = responses.get(text) ?? { count: 0 }
    responses.set(text, { text, count: count + 1, ...(misconception !== undefined && { misconception }) })
  }
  return [...responses.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

type WrongPart = { text: string; misconception?: string | undefined }

/** The wrongly chosen parts, or the typed text if the item has no parts. */
function wrongParts(item: Item, { response, percent }: ItemResult): WrongPart[] {
  if (response === undefined || percent === 100) return []
  const rules = rulesOf(item)
  if (typeof response === 'string' && rules.partIds().length === 0) {
    return [{ text: response.replace(/\s+/g, ' ').trim() }]
  }
  // A kind lists its parts and their texts in the same order; a test holds every kind to it.
  const texts = rules.answerKey()
  const textOf = new Map(rules.partIds().map((part, index) => [part, texts[index]?.text]))
  const wrong = rules.grade(response)?.parts.filter(({ chosen, correct }) => chosen && !correct) ?? []
  const options = 'options' in item ? item.options : []
  return wrong.flatMap(({ part }) => {
    const text = textOf.get(part)
    return text === undefined
      ? []
      : [{ text, misconception: options.find(({ id }) => id === part)?.misconception }]
  })
}
