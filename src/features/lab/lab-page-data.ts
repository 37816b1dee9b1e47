import type { Lab } from '#domain/lab/lab.ts'
import type { LabSummary } from '#domain/lab/lab-summary.ts'
import type { RecordedCommand } from '#domain/recording/recording.ts'

/** A lab in a list, with its address. */
export type LabEntry = Pick<LabSummary, 'id' | 'title' | 'minutes' | 'goal' | 'steps'> & { address: string }

export type LabArea = { number: number; title: string; address: string; labs: LabEntry[] }

export type LabsView = { areas: LabArea[]; sandbox: string; settings: string }

/** One lab, or the sandbox if `lab` is undefined. */
export type LabPageView = {
  lab?: Lab
  recorded?: LabRecording
  lesson?: { title: string; address: string }
  area?: { number: number; title: string }
  next?: { title: string; address: string }
  labs: string
}

/** What the solutions printed on the real machine, by step; `seen` says on which engine, and when. */
export type LabRecording = { seen: string; steps: Record<string, RecordedCommand[]> }
