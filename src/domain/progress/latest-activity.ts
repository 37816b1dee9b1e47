import type { Progress } from './progress.ts'

/** What a learner did, and when. `id` is the item, lesson, note key or step. */
export type Activity = {
  kind: 'answered' | 'finished' | 'opened' | 'bookmarked' | 'passed'
  id: string
  at: number
}

/** The latest activity. Removing a mark does not count. */
export function latestActivity(progress: Progress): Activity | undefined {
  const answer = progress.answers.at(-1)
  const marks = (kind: 'finished' | 'bookmarked', record: Progress['read']): Activity[] =>
    Object.entries(record).flatMap(([id, mark]) => (mark.on ? [{ kind, id, at: mark.at }] : []))
  const changes: Activity[] = [
    ...(answer ? [{ kind: 'answered', id: answer.item, at: answer.at } as const] : []),
    ...marks('finished', progress.read),
    ...Object.entries(progress.opened).map(([id, at]) => ({ kind: 'opened', id, at }) as const),
    ...marks('bookmarked', progress.bookmarks),
    ...Object.entries(progress.labs).map(([id, at]) => ({ kind: 'passed', id, at }) as const),
  ]
  return changes.reduce<Activity | undefined>(
    (last, change) => (last && last.at >= change.at ? last : change),
    undefined,
  )
}
