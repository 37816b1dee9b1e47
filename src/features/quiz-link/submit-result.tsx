import { type QuizResult, totalScore } from '#domain/quiz-link/quiz-result.ts'
import { useIsUnsaved } from '#store/save-status.ts'
import { Button } from '#ui/button.tsx'
import { useConfirmBeforeUnload } from '#ui/use-confirm-before-unload.ts'
import { PassOrFail } from './pass-or-fail.tsx'
import { SubmissionCode } from './submission-code.tsx'

/** Below the score: passed or not, and the result to submit. */
export function SubmitResult({
  result,
  by,
  isTimeUp,
  onTryAgain,
  onSwitchLearner,
}: {
  result: QuizResult
  by: string | undefined
  /** The time limit ended the quiz. */
  isTimeUp: boolean
  /** Undefined when no attempts remain. */
  onTryAgain?: () => void
  onSwitchLearner: () => void
}) {
  const isUnsaved = useIsUnsaved()
  useConfirmBeforeUnload(isUnsaved)
  return (
    <>
      <PassOrFail total={totalScore(result)} result={result} isTimeUp={isTimeUp} />
      <section aria-labelledby="hand-in" className="stack-spacing border-y border-rule py-5">
        <h3 id="hand-in">Submit your result</h3>
        <SubmissionCode result={result} by={by} />
        <p>
          {isUnsaved
            ? 'This browser can’t save this result now: it is lost when you close or reload this tab. Copy the code or download the file first.'
            : 'This result stays in this browser until you delete it. You can also submit it later, from this page or from Progress.'}
        </p>
        <p className="flex flex-wrap gap-3">
          {onTryAgain && <Button onClick={onTryAgain}>Take it again</Button>}
          <Button variant="plain" className="text-left" onClick={onSwitchLearner}>
            Someone else is taking it in this browser
          </Button>
        </p>
      </section>
    </>
  )
}
