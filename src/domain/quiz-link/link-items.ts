import { lessonIdOf } from '../ids.ts'
import { type DrawCandidate, drawItems } from '../quiz/draw-items.ts'
import type { ItemSelection, QuizLink } from './quiz-link.ts'

/** The lessons whose items are needed to answer a link, each once. */
export function lessonIdsOfLink({ selection }: QuizLink): string[] {
  return [...new Set(selection.kind === 'draw' ? selection.topics : selection.items.map(lessonIdOf))]
}

/**
 * The items of a link, the same for everyone as long as the course does not change. `missing` are picked items that were
 * removed from the course; a draw just has a smaller pool then.
 */
export function itemsOfLink<T extends DrawCandidate>(
  { selection, seed }: Pick<QuizLink, 'selection' | 'seed'>,
  candidates: readonly T[],
): { items: T[]; missing: string[] } {
  if (selection.kind === 'draw') return { items: draw(selection, seed, candidates), missing: [] }
  const byId = new Map(candidates.map((item) => [item.id, item]))
  return {
    items: selection.items.flatMap((id) => byId.get(id) ?? []),
    missing: selection.items.filter((id) => !byId.has(id)),
  }
}

function draw<T extends DrawCandidate>(
  { topics, count, role, kinds, difficulties }: Extract<ItemSelection, { kind: 'draw' }>,
  seed: string,
  candidates: readonly T[],
): T[] {
  const matchingItems = candidates.filter(
    (item) => topics.includes(lessonIdOf(item.id)) && (!kinds || kinds.includes(item.kind)),
  )
  return drawItems(matchingItems, {
    count,
    seed,
    ...(role && { role }),
    ...(difficulties && { difficulties }),
  })
}
