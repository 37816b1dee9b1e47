import { type ItemAnalysis, minLearnersForDiscrimination } from '#domain/quiz-link/item-analysis.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { TableScroller } from '#ui/table-scroller.tsx'
import type { ItemListing } from './instructor-page-data.ts'

/** For each item: difficulty, discrimination and the most common wrong answers. */
export function ItemTable({
  name,
  analysis,
  index,
}: {
  /** The region's label; each assignment has one. */
  name: string
  analysis: readonly ItemAnalysis[]
  index: readonly ItemListing[]
}) {
  const learners = Math.max(0, ...analysis.map(({ askedCount }) => askedCount))
  const items = new Map(index.map((item) => [item.id, item]))
  return (
    <>
      <p className="text-sm text-ink-soft">
        Difficulty is the average share of the points, so a low number is a hard item.{' '}
        {learners < minLearnersForDiscrimination
          ? `With ${minLearnersForDiscrimination} or more results you also see how well each item separates stronger from weaker learners.`
          : 'Discrimination shows whether learners who do well on this item also do well on the others: above 0.3 is good; below 0, check the item.'}
      </p>
      <TableScroller isLandmark className="relative mt-2" name={name}>
        <table className="data-table min-w-[44rem] print:min-w-0">
          <thead>
            <tr>
              {['No.', 'Item', 'Difficulty', 'Discrimination', 'Left blank', 'Wrong answers'].map(
                (column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ),
              )}
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
      </TableScroller>
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
  item: ItemListing | undefined
}) {
  const { column, percent, askedCount, unansweredCount, discrimination, wrongResponses } = analysis
  return (
    <tr>
      <td>{number}</td>
      <th scope="row" className="w-2/5 font-normal">
        {item ? <InlineText text={item.stem} /> : 'No longer in the course'}
        <span className="caption block text-ink-soft [overflow-wrap:anywhere]">
          <span translate="no">{column.id}</span>
          {item && item.rev !== column.rev && ` · revision ${column.rev}; the course now has ${item.rev}`}
        </span>
      </th>
      <td className="whitespace-nowrap">
        {percent}% <span className="text-ink-soft">of {askedCount}</span>
      </td>
      <td>{discrimination === undefined ? '–' : discrimination.toFixed(2)}</td>
      <td>{unansweredCount}</td>
      <td>
        {wrongResponses.slice(0, 3).map(({ text, count, misconception }) => (
          <span key={text} className="block">
            {count}× <InlineText text={text} />
            {misconception !== undefined && (
              <span className="caption block text-ink-soft">
                Belief: <InlineText text={misconception} />
              </span>
            )}
          </span>
        ))}
      </td>
    </tr>
  )
}
