import { LabList } from './lab-list.tsx'
import type { LabEntry } from './lab-page-data.ts'

/** The lab of a lesson, below its text. */
export function LabCard({ lab }: { lab: LabEntry }) {
  return (
    <section aria-label="Lab" className="border-t-2 border-area pt-2">
      <p className="caption m-0 text-ink-soft">Lab: try it on a real Docker Engine</p>
      <LabList labs={[lab]} />
    </section>
  )
}
