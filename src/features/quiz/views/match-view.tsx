import { definitionsOf, type MatchItem, type MatchResponse, matchRules } from '#domain/quiz/kinds/match.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { sortByOrder, stemElementId, type ViewProps } from './item-view-props.ts'
import { GradedDistractors, GradedPair, type LetteredDefinition } from './match-feedback.tsx'

/**
 * A table with a select in each row. A closed select truncates long text on a narrow screen, so the full definitions
 * are listed above it, with letters.
 */
export function MatchView({ item, response, onChange, grade, order }: ViewProps<MatchItem>) {
  const selectedDefinitions = (response !== undefined && matchRules.parseResponse(item, response)) || {}
  const offered = sortByOrder(definitionsOf(item), order).map((each, index) => ({
    ...each,
    letter: String.fromCharCode(65 + index),
  }))
  return (
    <div>
      <ol aria-label="Definitions" className="mb-4 grid list-none p-0 grid-cols-1 gap-1.5">
        {offered.map(({ id, definition, letter }) => (
          <li key={id} className="flex gap-3">
            <span className="caption w-4 shrink-0 pt-1 text-ink-soft">{letter}</span>
            <span className="min-w-0">
              <InlineText text={definition} />
            </span>
          </li>
        ))}
      </ol>
      <table className="data-table table-fixed" aria-describedby={stemElementId(item)}>
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
                <InlineText text={pair.term} />
              </th>
              <td>
                {grade ? (
                  <GradedPair
                    pair={pair}
                    definitions={offered}
                    chosen={selectedDefinitions[pair.id]}
                    grade={grade}
                  />
                ) : (
                  <DefinitionSelect
                    pair={pair}
                    offered={offered}
                    chosen={selectedDefinitions[pair.id]}
                    onChoose={(id) => onChange(withPair(selectedDefinitions, pair.id, id))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {grade && <GradedDistractors item={item} grade={grade} definitions={offered} />}
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
  offered: LetteredDefinition[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  return (
    <select
      aria-label={`Definition of ${plain(pair.term)}`}
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value)}
      className="needs-script touch-target w-full min-w-0 field-box px-2"
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

/** An empty choice removes the pair. */
function withPair(selectedDefinitions: MatchResponse, term: string, id: string): MatchResponse {
  const { [term]: _, ...others } = selectedDefinitions
  return id === '' ? others : { ...others, [term]: id }
}

/** Options of a select can only contain plain text. */
function plain(text: string): string {
  return text.replaceAll('`', '')
}
