import { paths } from '#domain/paths.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { LabList } from '../lab/lab-list.tsx'
import type { AreaPageData } from './area-page-data.ts'
import { TopicRow } from './topic-row.tsx'

/** An area: its topics, labs, quiz and brief. */
export function AreaPage({ data }: { data: AreaPageData }) {
  return (
    <div data-area={data.number}>
      <header className="flex flex-wrap items-start gap-x-8 gap-y-2 border-b-2 border-area pb-6">
        <span className="display-number text-[5rem] sm:text-[7rem]" aria-hidden="true">
          {String(data.number).padStart(2, '0')}
        </span>
        <div className="min-w-0 max-w-measure grow basis-80">
          <p className="caption text-ink-soft">
            <PageLink to={paths.home()}>All topics</PageLink> · Area {data.number} of 9
          </p>
          <h1 className="mt-1">{data.title}</h1>
          <p className="mt-3 text-lg leading-relaxed">{data.promise}</p>
        </div>
      </header>
      <ul aria-label={`Topics of ${data.title}`}>
        {data.topics.map((topic) => (
          <TopicRow key={topic.id} topic={topic} />
        ))}
      </ul>
      {data.labs.length > 0 && (
        <section className="mt-10">
          <h2>Labs</h2>
          <LabList labs={data.labs} />
        </section>
      )}
      <p className="mt-8 flex flex-wrap gap-3">
        <PageLink to={data.quiz} className={buttonClass('main')}>
          Quiz on {data.title}
        </PageLink>
        <PageLink to={data.brief} className={buttonClass('quiet')}>
          One-page brief
        </PageLink>
      </p>
      <section className="mt-10 max-w-measure border-t border-rule pt-4">
        <h2 className="font-text text-base tracking-normal">In short, for decision-makers</h2>
        <p className="mt-1">{data.summary}</p>
      </section>
      <nav aria-label="Previous and next area" className="mt-10 flex flex-wrap justify-between gap-4">
        {data.previous ? <PageLink to={data.previous.address}>← {data.previous.title}</PageLink> : <span />}
        {data.next && <PageLink to={data.next.address}>{data.next.title} →</PageLink>}
      </nav>
    </div>
  )
}
