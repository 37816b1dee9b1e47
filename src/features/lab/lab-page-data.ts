import type { Lab } from '#domain/lab/lab.ts'
import type { LabSummary } from '#domain/lab/lab-summary.ts'
import type { RecordedCommand } from '#domain/recording/recording.ts'

/** A lab in a list, with its address. */
export type LabEntry = Pick<LabSummary, 'id' | 'title' | 'minutes' | 'goal' | 'steps'> & { address: string }

/** The labs of an area, or of the primers, which have no number. */
export type LabGroup = { number?: number; title: string; labs: LabEntry[] }

export type LabsPageData = { groups: LabGroup[]; sandbox: string; settings: string }

/** One lab, or the sandbox if `lab` is undefined. */
export type LabPageData = {
  lab?: Lab
  recorded?: LabRecording
  lesson?: { title: string; address: string }
  area?: { number: number; title: string }
  next?: { title: string; address: string }
  labs: string
}

/** The recorded output of the solutions, by step; `recordedOn` names the engine and the date of the recording. */
export type LabRecording = { recordedOn: string; steps: Record<string, RecordedCommand[]> }
