import type { ClassTable, Row } from '#domain/quiz-link/class-table.ts'
import type { ItemResult } from '#domain/quiz-link/result.ts'

/** Learners by items: who has how many points where. */
export function LearnerTable({ table }: { table: ClassTable }) {
  const hasGroups = table.rows.some(({ result }) => result.group)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-x relative mt-4" aria-label={`Learners of ${table.title}`} tabIndex={0}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Learner</th>
            {hasGroups && <th scope="col">Group</th>}
            <th scope="col">Points</th>
            <th scope="col">Passed</th>
            <th scope="col">Finished</th>
            {table.columns.map(({ key }, index) => (
              <th key={key} scope="col" className="text-right!">
                <span className="sr-only">Item </span>
                {index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={`${row.learner} ${row.result.group ?? ''} ${row.result.finishedAt}`}>
              <th scope="row" className="min-w-32 font-semibold [overflow-wrap:anywhere]">
                {row.learner}
              </th>
              {hasGroups && <td>{row.result.group}</td>}
              <td className="whitespace-nowrap">
                {row.score} of {row.outOf}
              </td>
              <td>{row.hasPassed ? 'yes' : 'no'}</td>
              <td className="whitespace-nowrap">{finishedText(row)}</td>
              {table.columns.map(({ key }) => (
                <Cell key={key} answer={row.cells.get(key)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ answer }: { answer: ItemResult | undefined }) {
  if (!answer) return <td className="text-right!" />
  const { percent } = answer
  const tone = percent === 100 ? 'text-correct' : percent ? 'text-caution' : 'text-incorrect'
  return <td className={`text-right! ${tone}`}>{percent === null ? '–' : percent / 100}</td>
}

/** Day and time here, and what is to be known of them. */
function finishedText({ result }: Row): string {
  const time = new Date(result.finishedAt).toLocaleString('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const attempt = result.attempt > 1 ? `, try ${result.attempt}` : ''
  return `${time}${attempt}${result.isLate ? ', late' : ''}`
}
