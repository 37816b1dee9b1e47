import type { Role } from '#domain/role.ts'
import { columnsFor, filterSummary, type SummaryArea } from '#domain/summary/summary.ts'
import { useRole } from '#store/role.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { useQueryText } from '#ui/use-query-text.ts'
import { SummaryToolbar } from './summary-toolbar.tsx'

/** The summary: all nine tables on one page, to skim, filter, copy and print. */
export function SummaryPage({ areas }: { areas: SummaryArea[] }) {
  const [text, setText] = useQueryText('q')
  const [chosenArea, setChosenArea] = useQueryText('area')
  const role = useRole()
  const filter = { text, area: chosenArea }
  const shown = filterSummary(areas, filter)
  return (
    <>
      <h1>Summary</h1>
      <p className="mt-3 max-w-measure">
        Every topic in a line or two.{' '}
        {role === 'manager'
          ? 'You read as a manager: decisions, costs and risks are in the tables.'
          : 'Read as a manager to see decisions, costs and risks in the tables.'}
      </p>
      <SummaryToolbar
        areas={areas}
        shown={shown}
        filter={filter}
        role={role}
        onText={setText}
        onArea={setChosenArea}
      />
      {shown.length === 0 && (
        <p className="mt-8">No topic mentions all of these words. Remove one, or show all areas.</p>
      )}
      {shown.map((area) => (
        <SummaryTable key={area.slug} area={area} role={role} />
      ))}
    </>
  )
}

function SummaryTable({ area, role }: { area: SummaryArea; role: Role }) {
  const columns = columnsFor(role)
  return (
    <section data-area={area.number} className="mt-12 print:mt-5" aria-labelledby={`summary-${area.slug}`}>
      <h2 id={`summary-${area.slug}`} className="flex items-baseline gap-4">
        <span className="display-number text-3xl" aria-hidden="true">
          {String(area.number).padStart(2, '0')}
        </span>
        <PageLink to={area.address} className="min-w-0 no-underline hover:underline">
          {area.title}
        </PageLink>
      </h2>
      <table className="data-table summary-table responsive-table mt-3" data-columns={columns.length}>
        <thead>
          <tr>
            <th scope="col">Topic</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {area.topics.map((topic) => (
            <tr key={topic.id}>
              <th scope="row" className="font-semibold">
                <PageLink to={topic.address}>{topic.title}</PageLink>
              </th>
              {columns.map(({ name, value }) => (
                <td key={name} data-column={name}>
                  <InlineText text={value(topic)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
