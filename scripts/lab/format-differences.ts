import { diffArrays } from 'diff'
import type { RecordingDifference } from '#domain/recording/compare-recordings.ts'

/** A readable difference: recorded lines are marked with -, current ones with +. */
export function formatDifference({ where, before, after }: RecordingDifference): string {
  let [old, now] = [0, 0]
  const lines = diffArrays(before.compared, after.compared).flatMap(({ added, removed, count }) => {
    const gone = added ? [] : before.seen.slice(old, old + count)
    const come = removed ? [] : after.seen.slice(now, now + count)
    old += gone.length
    now += come.length
    if (removed) return gone.map((line) => `- ${line}`)
    return come.map((line) => `${added ? '+' : ' '} ${line}`)
  })
  return [where, ...lines.map((line) => `  ${line}`)].join('\n')
}
