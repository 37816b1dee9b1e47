import type { OptionFeedback as Feedback } from '#domain/quiz/item-schema.ts'
import { Icon } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'

/** The words for what a learner did with a part: each kind of item has its own. */
export type FeedbackLabels = {
  /** Chosen, and right. */
  hit: string
  /** Chosen, and wrong. */
  wrong: string
  /** Left, but should have been chosen. */
  missed: string
  /** Left, and rightly so. */
  left: string
}

type OptionVerdict = keyof FeedbackLabels

function optionVerdict({ chosen, correct }: Feedback): OptionVerdict {
  if (chosen) return correct ? 'hit' : 'wrong'
  return correct ? 'left' : 'missed'
}

const tones = {
  hit: 'text-correct',
  wrong: 'text-incorrect',
  missed: 'text-correct',
  left: 'text-ink-soft',
} satisfies Record<OptionVerdict, string>

const icons = { hit: 'check', wrong: 'cross', missed: 'right', left: undefined } as const

/** The verdict on one part in words, and its reason. */
export function OptionFeedbackText({
  feedback,
  verdicts,
  id,
}: {
  feedback: Feedback
  verdicts: FeedbackLabels
  id?: string
}) {
  const verdict = optionVerdict(feedback)
  const icon = icons[verdict]
  return (
    <p id={id} className="text-sm leading-normal">
      <strong className={`inline-flex items-center gap-1 ${tones[verdict]}`}>
        {icon && <Icon name={icon} />}
        {verdicts[verdict]}.
      </strong>{' '}
      <InlineText text={feedback.why} />
    </p>
  )
}
