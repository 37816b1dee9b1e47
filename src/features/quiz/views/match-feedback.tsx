import type { Grade } from '#domain/quiz/common.ts'
import type { MatchItem } from '#domain/quiz/kinds/match.ts'
import { Inline } from '#ui/inline.tsx'
import { PartFeedback } from './part-feedback.tsx'
import { feedbackOn } from './view-props.ts'

const verdicts = { hit: 'Right', wrong: 'Not right', missed: 'Left open', left: 'Rightly passed over' }

/** A definition with the letter it is shown under. */
export type Lettered = { id: string; definition: string; letter: string }

export function JudgedPair({
  pair,
  offered,
  chosen,
  grade,
}: {
  pair: MatchItem['pairs'][number]
  offered: Lettered[]
  chosen: string | undefined
  grade: Grade
}) {
  const feedback = feedbackOn(grade, pair.id)
  const answer = offered.find(({ id }) => id === chosen)
  const right = offered.find(({ id }) => id === pair.id)
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <p>
        You chose: {answer ? `${answer.letter}: ` : 'nothing'}
        {answer && <Inline text={answer.definition} />}
      </p>
      {right && feedback && !feedback.correct && (
        <p>
          The answer: {right.letter}: <Inline text={right.definition} />
        </p>
      )}
      {feedback && <PartFeedback feedback={feedback} verdicts={verdicts} />}
    </div>
  )
}

export function JudgedExtras({
  item,
  grade,
  offered,
}: {
  item: MatchItem
  grade: Grade
  offered: Lettered[]
}) {
  const extras = offered.filter(({ id }) => item.extra?.some((extra) => extra.id === id))
  if (extras.length === 0) return null
  return (
    <ul className="mt-3 grid grid-cols-1 gap-2" aria-label="Definitions that fit no term">
      {extras.map(({ id, letter }) => {
        const feedback = feedbackOn(grade, id)
        return (
          feedback && (
            <li key={id} className="flex gap-3">
              <span className="label shrink-0 pt-0.5 text-ink-soft">{letter} fits no term</span>
              <PartFeedback feedback={feedback} verdicts={verdicts} />
            </li>
          )
        )
      })}
    </ul>
  )
}
