import { stringify } from 'yaml'
import type { LabOutput } from '#domain/recording/lab-output.ts'
import type { Recording } from '#domain/recording/recording.ts'

/** The text of a lesson’s `recorded.yaml`, formatted so that a reviewer can read outputs as displayed. */
export function formatRecordings(recordings: Recording[]): string {
  return `${headOf('lab:record', 'sessions.yaml')}${format(recordings)}`
}

/** The text of a lab's `lab-output.yaml`. */
export function formatLabOutput(output: LabOutput): string {
  return `${headOf('lab:record -- --labs', 'lab.yaml')}${format(output)}`
}

function headOf(command: string, source: string): string {
  return `# Recorded on the real machine by \`npm run ${command}\`. Not by hand: change ${source} and record again.\n`
}

function format(value: unknown): string {
  return stringify(value, { lineWidth: 0, blockQuote: 'literal' })
}
