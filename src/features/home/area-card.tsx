import { useProgress } from '#store/progress.ts'
import { PageLink } from '#ui/page-link.tsx'
import type { HomeArea } from './home-page-data.ts'

/** An area's card. The whole card is one link. */
export function AreaCard({ area }: { area: HomeArea }) {
  const read = useProgress((progress) => progress.read)
  const done = area.topics.filter(({ id }) => read[id]?.on).length
  const minutes = area.topics.reduce((sum, topic) => sum + topic.minutes, 0)
  return (
    <article
      data-area={area.number}
      className="group relative flex flex-col border-t-2 border-ink pt-4 pb-3 hover:border-area has-[a:focus-visible]:border-area"
    >
      <div className="flex items-start gap-4">
        <span className="display-number w-14 shrink-0 whitespace-nowrap text-4xl" aria-hidden="true">
          {String(area.number).padStart(2, '0')}
        </span>
        <div className="min-w-0">
          <h3 className="text-2xl">
            <PageLink
              to={area.address}
              className="no-underline after:absolute after:inset-0 group-hover:underline group-hover:decoration-area"
            >
              {area.title}
            </PageLink>
          </h3>
          <p className="mt-1 leading-snug">{area.promise}</p>
        </div>
      </div>
      <ul
        className="mt-3 flex flex-wrap gap-x-3 xs:pl-18 text-sm leading-relaxed text-ink-soft"
        aria-label="Topics"
      >
        {area.topics.map(({ id, title }) => (
          <li key={id} className={read[id]?.on ? 'text-ink' : ''}>
            {title}
            {read[id]?.on && <span className="sr-only"> (read)</span>}
          </li>
        ))}
      </ul>
      <div className="mt-auto flex items-center gap-3 pt-4 xs:pl-18">
        <progress
          className="thin-progress grow"
          max={area.topics.length}
          value={done}
          aria-label={`${area.title}: topics read`}
        />
        <span className="caption whitespace-nowrap text-ink-soft">
          {done} of {area.topics.length} · {minutes} min
        </span>
      </div>
    </article>
  )
}
