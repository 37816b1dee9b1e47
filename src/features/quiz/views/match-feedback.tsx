import type { Grade } from '#domain/quiz/item-schema.ts'
import type { MatchItem } from '#domain/quiz/kinds/match.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { feedbackForPart } from './item-view-props.ts'
import { OptionFeedbackText } from './option-feedback.tsx'

const feedbackLabels = {
  correctlySelected: 'Right',
  incorrectlySelected: 'Not right',
  incorrectlySkipped: 'Left blank',
  correctlySkipped: 'Correctly skipped',
}

/** A definition and the letter that it is shown with. */
export type LetteredDefinition = { id: string; definition: string; letter: string }

export function GradedPair({
  pair,
  definitions,
  chosen,
  grade,
}: {
  pair: MatchItem['pairs'][number]
  definitions: LetteredDefinition[]
  chosen: string | undefined
  grade: Grade
}) {
  const feedback = feedbackForPart(grade, pair.id)
  const answer = definitions.find(({ id }) => id === chosen)
  const right = definitions.find(({ id }) => id === pair.id)
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <p>
        You chose: {answer ? `${answer.letter}: ` : 'nothing'}
        {answer && <InlineText text={answer.definition} />}
      </p>
      {right && feedback && !feedback.correct && (
        <p>
          The answer: {right.letter}: <InlineText text={right.definition} />
        </p>
      )}
      {feedback && <OptionFeedbackText feedback={feedback} feedbackLabels={feedbackLabels} />}
    </div>
  )
}

export function GradedDistractors({
  item,
  grade,
  definitions,
}: {
  item: MatchItem
  grade: Grade
  definitions: LetteredDefinition[]
}) {
  const extras = definitions.filter(({ id }) => item.extra?.some((extra) => extra.id === id))
  if (extras.length === 0) return null
  return (
    <ul className="mt-3 grid grid-cols-1 gap-2" aria-label="Definitions that fit no term">
      {extras.map(({ id, letter }) => {
        const feedback = feedbackForPart(grade, id)
        return (
          feedback && (
            <li key={id} className="flex gap-3">
              <span className="caption shrink-0 pt-0.5 text-ink-soft">{letter} fits no term</span>
              <OptionFeedbackText feedback={feedback} feedbackLabels={feedbackLabels} />
            </li>
          )
        )
      })}
    </ul>
  )
}
