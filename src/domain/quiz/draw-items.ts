import { lessonIdOf } from '../ids.ts'
import type { Role } from '../role.ts'
import type { Item, ItemKind } from './item.ts'
import { seededRandom, shuffle } from './seeded-random.ts'

/** What drawing needs of an item; texts are not needed. */
export type DrawCandidate = Pick<Item, 'id' | 'kind' | 'objective' | 'roles' | 'difficulty'>

export type DrawRequest = {
  /** How many; fewer are returned if the pool has no more that fit. */
  count: number
  seed: string
  role?: Role
  kinds?: readonly ItemKind[]
  difficulties?: readonly Item['difficulty'][]
  /** The learner's latest answer to each item. Omitted for a quiz link, which is the same for everyone. */
  history?: ReadonlyMap<string, { score: number; at: number }>
}

/**
 * Draws items, spread over lessons, then over objectives. Items that were never answered, or not correctly, come first,
 * then those answered longest ago, then the seed decides. The same request draws the same items, whatever the order of the
 * pool.
 */
export function drawItems<T extends DrawCandidate>(candidates: readonly T[], request: DrawRequest): T[] {
  const matchingItems = candidates.filter((item) => matchesRequest(item, request))
  const byId = matchingItems.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const remaining = shuffle(byId, seededRandom(request.seed))
  remaining.sort((a, b) => staleness(a, request) - staleness(b, request))

  const drawn: T[] = []
  const drawnCounts = new Map<string, number>()
  const times = (name: string) => drawnCounts.get(name) ?? 0
  while (drawn.length < request.count) {
    const next = minimum(remaining, (item) => [times(lessonIdOf(item.id)), times(item.objective)])
    if (next === undefined) break
    remaining.splice(remaining.indexOf(next), 1)
    drawn.push(next)
    for (const name of [lessonIdOf(next.id), next.objective]) drawnCounts.set(name, times(name) + 1)
  }
  return drawn
}

function matchesRequest(item: DrawCandidate, { role, kinds, difficulties }: DrawRequest): boolean {
  return (
    (role === undefined || item.roles.includes(role)) &&
    (kinds === undefined || kinds.includes(item.kind)) &&
    (difficulties === undefined || difficulties.includes(item.difficulty))
  )
}

/** When it was last answered correctly; 0 if it was not. */
function staleness(item: DrawCandidate, { history }: DrawRequest): number {
  const last = history?.get(item.id)
  return last === undefined || last.score < 1 ? 0 : Math.max(1, last.at)
}

/** The first item with the lowest priority numbers. */
function minimum<T>(list: readonly T[], drawPriority: (item: T) => [number, number]): T | undefined {
  let best: { item: T; weight: [number, number] } | undefined
  for (const item of list) {
    const weight = drawPriority(item)
    const comesBefore =
      !best || weight[0] < best.weight[0] || (weight[0] === best.weight[0] && weight[1] < best.weight[1])
    if (comesBefore) best = { item, weight }
  }
  return best?.item
}
