import type { Grade } from '#domain/quiz/item-schema.ts'
import type { OrderItem } from '#domain/quiz/kinds/order.ts'
import { Icon } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { feedbackForPart } from './item-view-props.ts'
import { OptionFeedbackText } from './option-feedback.tsx'

const lineFeedbackLabels = {
  correctlySelected: 'In place',
  incorrectlySelected: 'Out of place',
  incorrectlySkipped: 'Set aside, but needed',
  correctlySkipped: 'In place',
}
const distractorFeedbackLabels = {
  correctlySelected: 'Does not belong',
  incorrectlySelected: 'Does not belong',
  incorrectlySkipped: 'Does not belong',
  correctlySkipped: 'Correctly set aside',
}

/** The learner’s order as a short list, then the correct order with an explanation of each line. */
export function OrderFeedback({ item, placed, grade }: { item: OrderItem; placed: string[]; grade: Grade }) {
  const distractors = item.distractors ?? []
  const lines = [...item.lines, ...distractors]
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <p className="caption mb-2 text-ink-soft">Your order</p>
        <ol aria-label="Your order" className="grid grid-cols-1 list-decimal gap-1 pl-6">
          {placed.map((id) => {
            const isRight =
              feedbackForPart(grade, id)?.correct === true &&
              distractors.every((distractor) => distractor.id !== id)
            return (
              <li key={id}>
                <InlineText text={lines.find((line) => line.id === id)?.text ?? ''} />{' '}
                <span
                  className={`inline-flex items-center text-sm ${isRight ? 'text-correct' : 'text-incorrect'}`}
                >
                  <Icon name={isRight ? 'check' : 'cross'} />
                  <span className="sr-only">{isRight ? 'in place' : 'not in place'}</span>
                </span>
              </li>
            )
          })}
        </ol>
      </div>
      <div>
        <p className="caption mb-2 text-ink-soft">The right order</p>
        <ol aria-label="The right order" className="grid grid-cols-1 list-decimal gap-2 pl-6">
          {item.lines.map(({ id, text }) => {
            const feedback = feedbackForPart(grade, id)
            return (
              <li key={id}>
                <InlineText text={text} />
                {feedback && <OptionFeedbackText feedback={feedback} feedbackLabels={lineFeedbackLabels} />}
              </li>
            )
          })}
        </ol>
      </div>
      {distractors.length > 0 && (
        <div>
          <p className="caption mb-2 text-ink-soft">Lines that do not belong</p>
          <ul aria-label="Lines that do not belong" className="grid grid-cols-1 gap-2 pl-6">
            {distractors.map(({ id, text }) => {
              const feedback = feedbackForPart(grade, id)
              return (
                <li key={id}>
                  <InlineText text={text} />
                  {feedback && (
                    <OptionFeedbackText feedback={feedback} feedbackLabels={distractorFeedbackLabels} />
                  )}
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </div>
  )
}
