import type { Machine } from 'docker-in-browser'
import type { Lab } from '#domain/lab/lab.ts'
import type { LabRecording } from './lab-page-data.ts'
import { LabStepView } from './lab-step.tsx'

/** The steps of a lab, readable without a machine; `machine` is set once it runs. */
export function LabSteps({
  lab,
  recorded,
  machine,
  onTyped,
}: {
  lab: Lab
  recorded: LabRecording | undefined
  machine: Machine | undefined
  onTyped: () => void
}) {
  return (
    <ol className="lab-steps" aria-label="Steps">
      {lab.steps.map((step, index) => (
        <LabStepView
          key={step.id}
          labId={lab.id}
          step={step}
          recorded={recorded}
          number={index + 1}
          machine={machine}
          onTyped={onTyped}
        />
      ))}
    </ol>
  )
}
