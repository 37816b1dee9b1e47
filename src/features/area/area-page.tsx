import { paths } from '#domain/paths.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageLink } from '#ui/page-link.tsx'
import { LabList } from '../lab/lab-list.tsx'
import type { AreaPageData } from './area-page-data.ts'
import { TopicRow } from './topic-row.tsx'

/** An area: its topics, labs, quiz and brief. */
export function AreaPage({ view }: { view: AreaPageData }) {
  return (
    <div data-area={view.number}>
      <header className="flex flex-wrap items-start gap-x-8 gap-y-2 border-b-2 border-area pb-6">
        <span className="display-number text-[5rem] sm:text-[7rem]" aria-hidden="true">
          {String(view.number).padStart(2, '0')}
        </span>
        <div className="min-w-0 max-w-measure grow basis-80">
          <p className="caption text-ink-soft">
            <PageLink to={paths.home()}>All topics</PageLink> · Area {view.number} of 9
          </p>
          <h1 className="mt-1">{view.title}</h1>
          <p className="mt-3 text-lg leading-relaxed">{view.promise}</p>
        </div>
      </header>
      <ul aria-label={`Topics of ${view.title}`}>
        {view.topics.map((topic) => (
          <TopicRow key={topic.id} topic={topic} />
        ))}
      </ul>
      {view.labs.length > 0 && (
        <section className="mt-10">
          <h2>Labs</h2>
          <LabList labs={view.labs} />
        </section>
      )}
      <p className="mt-8 flex flex-wrap gap-3">
        <PageLink to={view.quiz} className={buttonClass('main')}>
          Quiz on {view.title}
        </PageLink>
        <PageLink to={view.brief} className={buttonClass('quiet')}>
          One-page brief
        </PageLink>
      </p>
      <section className="mt-10 max-w-measure border-t border-rule pt-4">
        <h2 className="font-text text-base tracking-normal">In short, for decision-makers</h2>
        <p className="mt-1">{view.summary}</p>
      </section>
      <nav aria-label="Previous and next area" className="mt-10 flex flex-wrap justify-between gap-4">
        {view.previous ? <PageLink to={view.previous.address}>← {view.previous.title}</PageLink> : <span />}
        {view.next && <PageLink to={view.next.address}>{view.next.title} →</PageLink>}
      </nav>
    </div>
  )
}
