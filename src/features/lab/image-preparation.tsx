import { formatTimeRemaining } from '#domain/lab/format-time-remaining.ts'
import type { PreparationProgress } from './use-image.ts'

/** The progress of the server in getting the machine’s image. */
export function ImagePreparation({ progress }: { progress: PreparationProgress }) {
  const { step, number, count, fraction, secondsLeft } = progress
  return (
    <>
      <progress
        className="thin-progress w-full"
        max={1}
        value={fraction}
        aria-label="Preparing the machine"
      />
      <p className="caption text-ink-soft">
        {step}
        {count > 1 && ` · step ${number} of ${count}`}
        {secondsLeft !== undefined && ` · ${formatTimeRemaining(secondsLeft)}`}
      </p>
    </>
  )
}
