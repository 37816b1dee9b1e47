import type { Grade } from '#domain/quiz/common.ts'
import { definitions, type MatchItem, type MatchResponse, matchRules } from '#domain/quiz/kinds/match.ts'
import { Inline } from '#ui/inline.tsx'
import { PartFeedback } from './part-feedback.tsx'
import { feedbackOn, inOrder, stemId, type ViewProps } from './view-props.ts'

const verdicts = { hit: 'Right', wrong: 'Not right', missed: 'Left open', left: 'Rightly passed over' }

type Lettered = { id: string; definition: string; letter: string }

/**
 * A table with a select in each row. A closed select cuts long text off on a narrow screen, so the
 * definitions stand above it in full, lettered.
 */
export function MatchView({ item, response, onChange, grade, order }: ViewProps<MatchItem>) {
  const paired = (response !== undefined && matchRules.readResponse(item, response)) || {}
  const offered = inOrder(definitions(item), order).map((each, index) => ({
    ...each,
    letter: String.fromCharCode(65 + index),
  }))
  return (
    <div>
      <ol aria-label="Definitions" className="mb-4 grid gap-1.5">
        {offered.map(({ id, definition, letter }) => (
          <li key={id} className="flex gap-3">
            <span className="label w-4 shrink-0 pt-1 text-ink-soft">{letter}</span>
            <span className="min-w-0">
              <Inline text={definition} />
            </span>
          </li>
        ))}
      </ol>
      <table className="data-table table-fixed" aria-describedby={stemId(item)}>
        <thead>
          <tr>
            <th scope="col" className="w-2/5">
              Term
            </th>
            <th scope="col">Definition</th>
          </tr>
        </thead>
        <tbody>
          {item.pairs.map((pair) => (
            <tr key={pair.id}>
              <th scope="row" className="font-normal">
                <Inline text={pair.term} />
              </th>
              <td>
                {grade ? (
                  <Judged pair={pair} offered={offered} chosen={paired[pair.id]} grade={grade} />
                ) : (
                  <DefinitionSelect
                    pair={pair}
                    offered={offered}
                    chosen={paired[pair.id]}
                    onChoose={(id) => onChange(withPair(paired, pair.id, id))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {grade && <Extras item={item} grade={grade} offered={offered} />}
    </div>
  )
}

function DefinitionSelect({
  pair,
  offered,
  chosen,
  onChoose,
}: {
  pair: MatchItem['pairs'][number]
  offered: Lettered[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  return (
    <select
      aria-label={`Definition of ${plain(pair.term)}`}
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value)}
      className="target w-full min-w-0 border border-rule-strong bg-paper-raised px-2"
    >
      <option value="">Choose</option>
      {offered.map(({ id, definition, letter }) => (
        <option key={id} value={id}>
          {letter}: {plain(definition)}
        </option>
      ))}
    </select>
  )
}

function Judged({
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
    <div className="grid gap-1.5">
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

function Extras({ item, grade, offered }: { item: MatchItem; grade: Grade; offered: Lettered[] }) {
  const extras = offered.filter(({ id }) => item.extra?.some((extra) => extra.id === id))
  if (extras.length === 0) return null
  return (
    <ul className="mt-3 grid gap-2" aria-label="Definitions that fit no term">
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

/** Choosing nothing takes the pair away again. */
function withPair(paired: MatchResponse, term: string, id: string): MatchResponse {
  const { [term]: _, ...others } = paired
  return id === '' ? others : { ...others, [term]: id }
}

/** An option of a select holds plain text only. */
function plain(text: string): string {
  return text.replaceAll('`', '')
}
