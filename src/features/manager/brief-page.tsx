import type { GlossaryEntry } from '#domain/catalog/glossary.ts'
import type { ManagerContent } from '#domain/catalog/lesson.ts'
import { paths } from '#domain/paths.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { InlineText } from '#ui/inline-text.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { TableScroller } from '#ui/table-scroller.tsx'

export type BriefPageData = {
  number: number
  title: string
  address: string
  summary: string
  topics: { id: string; title: string; address: string; manager: ManagerContent }[]
  terms: GlossaryEntry[]
  others: { number: number; title: string; address: string }[]
}

const columns = ['When', 'When not', 'Cost', 'Risk']

/** An area for managers on one printed page: decisions, questions, terms. */
export function BriefPage({ data }: { data: BriefPageData }) {
  return (
    <article data-area={data.number} className="brief">
      <header className="flex flex-wrap items-end gap-x-6 gap-y-3 border-b-2 border-area pb-4 print:pb-1">
        <div className="min-w-0 max-w-measure grow basis-80 print:max-w-none">
          <p className="caption text-ink-soft">
            Docker Mastery · Brief {data.number} of 9 · <PageLink to={data.address}>{data.title}</PageLink>
          </p>
          <h1 className="mt-1 print:text-[20pt]">{data.title}: what to decide</h1>
          <p className="mt-3 leading-relaxed print:mt-1 print:leading-snug">{data.summary}</p>
        </div>
        <Button className="needs-script no-print" onClick={() => window.print()}>
          <Icon name="print" /> Print
        </Button>
      </header>
      <TableScroller isLandmark className="mt-6 print:mt-2" name="Decisions">
        <table className="data-table responsive-table md:min-w-[44rem] print:min-w-0">
          <thead>
            <tr>
              {['Topic and decision', ...columns].map((name) => (
                <th key={name} scope="col" className="w-1/5">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.topics.map((topic) => (
              <DecisionRow key={topic.id} topic={topic} />
            ))}
          </tbody>
        </table>
      </TableScroller>
      <div className="mt-8 grid gap-x-12 gap-y-6 md:grid-cols-2 print:mt-2 print:block print:columns-2">
        <Questions topics={data.topics} />
        <GlossaryTerms terms={data.terms} />
      </div>
      <nav aria-label="Other briefs" className="no-print mt-10 -ml-2 flex flex-wrap gap-3">
        {data.others.map(({ title, address }) => (
          <PageLink key={address} to={address} className={buttonClass('plain', 'text-sm')}>
            {title}
          </PageLink>
        ))}
      </nav>
    </article>
  )
}

function DecisionRow({ topic }: { topic: BriefPageData['topics'][number] }) {
  const { manager } = topic
  return (
    <tr>
      <th scope="row" className="font-normal">
        <PageLink to={`${topic.address}?role=manager`} className="font-semibold">
          {topic.title}
        </PageLink>
        <span className="mt-1 block">
          <InlineText text={manager.decision} />
        </span>
      </th>
      {[manager.when, manager.whenNot, [manager.cost], [manager.risk]].map((lines, index) => (
        <td key={columns[index]} data-column={columns[index]}>
          {lines.map((line) => (
            <span key={line} className="block not-first:mt-1.5 print:not-first:mt-0.5">
              <InlineText text={line} />
            </span>
          ))}
        </td>
      ))}
    </tr>
  )
}

function Questions({ topics }: { topics: BriefPageData['topics'] }) {
  return (
    <section>
      <h2 className="text-xl print:text-[12pt]">Ask your team</h2>
      <ul className="mt-2 list-disc pl-5 print:mt-0.5">
        {topics.flatMap(({ manager }) =>
          manager.ask.map((question) => (
            <li key={question} className="mt-1 print:mt-0">
              <InlineText text={question} />
            </li>
          )),
        )}
      </ul>
    </section>
  )
}

function GlossaryTerms({ terms }: { terms: GlossaryEntry[] }) {
  return (
    <section>
      <h2 className="text-xl print:text-[12pt]">Terms to know</h2>
      <dl className="mt-2 print:mt-0.5">
        {terms.map(({ id, term, means }) => (
          <div key={id} className="mt-1.5 print:mt-0.5">
            <dt className="inline font-semibold">
              <PageLink to={paths.glossary(id)}>{term}</PageLink>{' '}
            </dt>
            <dd className="inline">
              <InlineText text={means} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
