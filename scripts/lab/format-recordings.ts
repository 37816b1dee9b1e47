import { stringify } from 'yaml'
import type { Recording } from '#domain/recording/recording.ts'

const head =
  '# Recorded on the real machine by `npm run lab:record`. Not by hand: change sessions.yaml and record again.\n'

/** The text of a lesson's `recorded.yaml`, in which a reviewer reads outputs as they were seen. */
export function formatRecordings(recordings: Recording[]): string {
  return head + stringify(recordings, { lineWidth: 0, blockQuote: 'literal' })
}
