import { diffArrays } from 'diff'
import type { RecordingDifference } from '#domain/recording/compare-recordings.ts'

/** A readable difference: recorded lines are marked with -, current ones with +. */
export function formatDifference({ where, before, after }: RecordingDifference): string {
  let [old, now] = [0, 0]
  const lines = diffArrays(before.compared, after.compared).flatMap(({ added, removed, count }) => {
    const removedLines = added ? [] : before.displayed.slice(old, old + count)
    const addedLines = removed ? [] : after.displayed.slice(now, now + count)
    old += removedLines.length
    now += addedLines.length
    if (removed) return removedLines.map((line) => `- ${line}`)
    return addedLines.map((line) => `${added ? '+' : ' '} ${line}`)
  })
  return [where, ...lines.map((line) => `  ${line}`)].join('\n')
}
