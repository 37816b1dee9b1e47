import type { ImageSummary } from 'docker-in-browser/image'
import type { Lab } from '#domain/lab/lab.ts'
import type { LabSummary } from '#domain/lab/lab-summary.ts'

/** A lab in a list, with its address. */
export type LabEntry = Pick<LabSummary, 'id' | 'title' | 'minutes' | 'goal' | 'steps'> & { address: string }

export type LabArea = { number: number; title: string; address: string; labs: LabEntry[] }

export type LabsView = { areas: LabArea[]; sandbox: string; settings: string; image: ImageSummary }

/** One lab, or the sandbox if `lab` is undefined. */
export type LabPageView = {
  lab?: Lab
  lesson?: { title: string; address: string }
  area?: { number: number; title: string }
  next?: { title: string; address: string }
  labs: string
  image: ImageSummary
}
