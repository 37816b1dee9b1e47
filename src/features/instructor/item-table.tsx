import { type ItemAnalysis, leastForDiscrimination } from '#domain/quiz-link/item-analysis.ts'
import { Inline } from '#ui/inline.tsx'
import type { IndexedItem } from './instructor-view.ts'

/** Each item: how hard it was, what it tells apart, what was chosen instead. */
export function ItemTable({
  analysis,
  index,
}: {
  analysis: readonly ItemAnalysis[]
  index: readonly IndexedItem[]
}) {
  const learners = Math.max(0, ...analysis.map(({ asked }) => asked))
  const items = new Map(index.map((item) => [item.id, item]))
  return (
    <>
      <h4 className="mt-6 font-semibold">Items</h4>
      <p className="text-sm text-ink-soft">
        Difficulty is the mean of the points: low is hard.{' '}
        {learners < leastForDiscrimination
          ? `With ${leastForDiscrimination} learners or more you also see how far each item tells apart those who did well elsewhere.`
          : 'Discrimination is how far good points here go with good points elsewhere: over 0.3 is good, below 0 look at the item.'}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll-x relative mt-2" aria-label="Items by difficulty" tabIndex={0}>
        <table className="data-table min-w-[44rem] print:min-w-0">
          <thead>
            <tr>
              {['No.', 'Item', 'Difficulty', 'Discrimination', 'Left out', 'Chosen wrongly'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {analysis.map((each, at) => (
              <ItemRow
                key={each.column.key}
                number={at + 1}
                analysis={each}
                item={items.get(each.column.id)}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function ItemRow({
  number,
  analysis,
  item,
}: {
  number: number
  analysis: ItemAnalysis
  item: IndexedItem | undefined
}) {
  const { column, percent, asked, unanswered, discrimination, wrong } = analysis
  return (
    <tr>
      <td>{number}</td>
      <th scope="row" className="w-2/5 font-normal">
        {item ? <Inline text={item.stem} /> : 'No longer in the course'}
        <span className="label block text-ink-soft [overflow-wrap:anywhere]">
          {column.id}
          {item && item.rev !== column.rev && ` · revision ${column.rev}, the course has ${item.rev}`}
        </span>
      </th>
      <td className="whitespace-nowrap">
        {percent} % <span className="text-ink-soft">of {asked}</span>
      </td>
      <td>{discrimination === undefined ? '–' : discrimination.toFixed(2)}</td>
      <td>{unanswered}</td>
      <td>
        {wrong.slice(0, 3).map(({ text, count }) => (
          <span key={text} className="block">
            {count}× <Inline text={text} />
          </span>
        ))}
      </td>
    </tr>
  )
}
