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

type FeedbackLabel = keyof FeedbackLabels

function feedbackLabelOf({ chosen, correct }: Feedback): FeedbackLabel {
  if (chosen) return correct ? 'correctlySelected' : 'incorrectlySelected'
  return correct ? 'correctlySkipped' : 'incorrectlySkipped'
}

const tones = {
  correctlySelected: 'text-correct',
  incorrectlySelected: 'text-incorrect',
  incorrectlySkipped: 'text-correct',
  correctlySkipped: 'text-ink-soft',
} satisfies Record<FeedbackLabel, string>

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
  const label = feedbackLabelOf(feedback)
  const icon = icons[label]
  return (
    <p id={id} className="text-sm leading-normal">
      <strong className={`inline-flex items-center gap-1 ${tones[label]}`}>
        {icon && <Icon name={icon} />}
        {feedbackLabels[label]}.
      </strong>{' '}
      <InlineText text={feedback.why} />
    </p>
  )
}
