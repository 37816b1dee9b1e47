import { areaIdOf, lessonIdOf } from '../ids.ts'
import { latestAnswers } from './answer-list.ts'
import type { Answer } from './progress.ts'

/** The parts of an item that progress needs, so that pages need not load the rest. */
export type ItemSummary = { id: string; rev: number; objective: string }

/** How many items exist, were answered, and were fully correct the last time. */
export type Mastery = { right: number; answered: number; total: number }

/** Mastery of each group of items that `groupOf` names. */
function masteryByGroup(
  answers: readonly Answer[],
  items: readonly ItemSummary[],
  groupOf: (item: ItemSummary) => string,
): Map<string, Mastery> {
  const latest = latestAnswers(answers, new Map(items.map(({ id, rev }) => [id, rev])))
  const groups = new Map<string, Mastery>()
  for (const item of items) {
    const group = groupOf(item)
    const mastery = groups.get(group) ?? { right: 0, answered: 0, total: 0 }
    const answer = latest.get(item.id)
    groups.set(group, {
      right: mastery.right + Number(answer?.score === 1),
      answered: mastery.answered + Number(answer !== undefined),
      total: mastery.total + 1,
    })
  }
  return groups
}

export function masteryByObjective(
  answers: readonly Answer[],
  items: readonly ItemSummary[],
): Map<string, Mastery> {
  return masteryByGroup(answers, items, (item) => item.objective)
}

export function masteryByLesson(
  answers: readonly Answer[],
  items: readonly ItemSummary[],
): Map<string, Mastery> {
  return masteryByGroup(answers, items, (item) => lessonIdOf(item.id))
}

/** Keyed by area id, the first part of every id, which is not the area's number or folder. */
export function masteryByArea(
  answers: readonly Answer[],
  items: readonly ItemSummary[],
): Map<string, Mastery> {
  return masteryByGroup(answers, items, (item) => areaIdOf(item.id))
}
