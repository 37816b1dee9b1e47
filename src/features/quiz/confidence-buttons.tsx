import type { Ref } from 'react'
import { type Confidence, confidences } from '#domain/quiz/attempt.ts'
import { Button } from '#ui/button.tsx'
import { confidenceLabels } from './quiz-labels.ts'

/** How sure are you? The three buttons check the answer; `middle` is where Enter leads from an option. */
export function ConfidenceButtons({
  onRate,
  hint,
  middle,
}: {
  onRate: (confidence: Confidence) => void
  /** What is missing before the answer can be checked. */
  hint: string | undefined
  middle: Ref<HTMLButtonElement>
}) {
  return (
    <fieldset className="needs-script">
      <legend className="mb-2 font-semibold">How sure are you?</legend>
      <div className="flex flex-wrap gap-2">
        {confidences.map((confidence) => (
          <Button
            key={confidence}
            ref={confidence === 'fairly' ? middle : undefined}
            onClick={() => onRate(confidence)}
          >
            {confidenceLabels[confidence]}
          </Button>
        ))}
      </div>
      <p role="alert" className="mt-2 text-sm text-incorrect empty:hidden">
        {hint}
      </p>
    </fieldset>
  )
}
