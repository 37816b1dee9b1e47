import type { OptionFeedback as Feedback } from '#domain/quiz/item-schema.ts'
import { Icon } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'

/** The labels for option feedback; each kind of item has its own. */
export type FeedbackLabels = {
  /** Selected, and correct. */
  correctlySelected: string
  /** Selected, but wrong. */
  incorrectlySelected: string
  /** Not selected, but should have been. */
  incorrectlySkipped: string
  /** Not selected, and correctly so. */
  correctlySkipped: string
}

type OptionVerdict = keyof FeedbackLabels

function optionVerdict({ chosen, correct }: Feedback): OptionVerdict {
  if (chosen) return correct ? 'correctlySelected' : 'incorrectlySelected'
  return correct ? 'correctlySkipped' : 'incorrectlySkipped'
}

const tones = {
  correctlySelected: 'text-correct',
  incorrectlySelected: 'text-incorrect',
  incorrectlySkipped: 'text-correct',
  correctlySkipped: 'text-ink-soft',
} satisfies Record<OptionVerdict, string>

const icons = {
  correctlySelected: 'check',
  incorrectlySelected: 'cross',
  incorrectlySkipped: 'right',
  correctlySkipped: undefined,
} as const

/** The feedback on one part and its explanation. */
export function OptionFeedbackText({
  feedback,
  feedbackLabels,
  id,
}: {
  feedback: Feedback
  feedbackLabels: FeedbackLabels
  id?: string
}) {
  const verdict = optionVerdict(feedback)
  const icon = icons[verdict]
  return (
    <p id={id} className="text-sm leading-normal">
      <strong className={`inline-flex items-center gap-1 ${tones[verdict]}`}>
        {icon && <Icon name={icon} />}
        {feedbackLabels[verdict]}.
      </strong>{' '}
      <InlineText text={feedback.why} />
    </p>
  )
}
