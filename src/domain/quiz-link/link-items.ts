import { lessonIdOf } from '../ids.ts'
import { type Drawable, drawItems } from '../quiz/draw.ts'
import type { QuizLink, Selection } from './link.ts'

/** The lessons whose items are needed to answer a link, each once. */
export function lessonsOfLink({ selection }: QuizLink): string[] {
  return selection.kind === 'draw' ? selection.topics : [...new Set(selection.items.map(lessonIdOf))]
}

/**
 * The items a link asks for, the same for everyone who opens it while the course stays as it is. `missing`
 * are picked items that left the course; a draw simply has a smaller pool then.
 */
export function itemsOfLink<T extends Drawable>(
  { selection, seed }: Pick<QuizLink, 'selection' | 'seed'>,
  pool: readonly T[],
): { items: T[]; missing: string[] } {
  if (selection.kind === 'draw') return { items: draw(selection, seed, pool), missing: [] }
  const byId = new Map(pool.map((item) => [item.id, item]))
  return {
    items: selection.items.flatMap((id) => byId.get(id) ?? []),
    missing: selection.items.filter((id) => !byId.has(id)),
  }
}

function draw<T extends Drawable>(
  { topics, count, role, kinds, difficulties }: Extract<Selection, { kind: 'draw' }>,
  seed: string,
  pool: readonly T[],
): T[] {
  const fitting = pool.filter(
    (item) => topics.includes(lessonIdOf(item.id)) && (!kinds || kinds.includes(item.kind)),
  )
  return drawItems(fitting, { count, seed, ...(role && { role }), ...(difficulties && { difficulties }) })
}
