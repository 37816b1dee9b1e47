import { normalizeOutput, sortConcurrentLines } from './normalize-output.ts'
import type { Recording } from './recording.ts'

/** A difference between two recordings of a script. Lines are as displayed; concurrent lines of Compose are sorted. */
export type RecordingDifference = { where: string; before: DiffedText; after: DiffedText }

/** The lines of a text, as displayed and normalized. */
export type DiffedText = { displayed: string[]; compared: string[] }

/** The differences between two recordings of the same script, except ids, times, sizes and the date. */
export function compareRecordings(before: Recording, after: Recording): RecordingDifference[] {
  const reportedDifferences: RecordingDifference[] = []
  const compare = (where: string, old: string, now: string, oldCompared = old, nowCompared = now) => {
    if (oldCompared === nowCompared) return
    reportedDifferences.push({
      where,
      before: prepareForDiff(old, oldCompared),
      after: prepareForDiff(now, nowCompared),
    })
  }
  compare('Docker Engine', before.engine, after.engine)
  compare('Docker’s client', before.client, after.client)
  const outputsOf = ({ commands }: Recording) => commands.map(({ output }) => sortConcurrentLines(output))
  const [oldDisplayed, newDisplayed] = [outputsOf(before), outputsOf(after)]
  const [oldCompared, nowCompared] = [normalizeOutput(oldDisplayed), normalizeOutput(newDisplayed)]
  const count = Math.max(before.commands.length, after.commands.length)
  for (let index = 0; index < count; index += 1) {
    const [old, now] = [before.commands[index], after.commands[index]]
    const name = old?.run ?? now?.run ?? ''
    compare('the command', old?.run ?? '', now?.run ?? '')
    compare(
      `output of ${name}`,
      oldDisplayed[index] ?? '',
      newDisplayed[index] ?? '',
      oldCompared[index],
      nowCompared[index],
    )
    compare(`exit code of ${name}`, String(old?.exit ?? 'none'), String(now?.exit ?? 'none'))
  }
  return reportedDifferences
}

function prepareForDiff(displayedText: string, normalizedText: string): DiffedText {
  return { displayed: displayedText.split('\n'), compared: normalizedText.split('\n') }
}
