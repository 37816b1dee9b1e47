import type { Correction, Objective, Source } from '#domain/catalog/lesson.ts'
import { paths } from '#domain/paths.ts'
import { InlineText } from '#ui/inline-text.tsx'
import { PageLink } from '#ui/page-link.tsx'
import type { LessonLink } from './lesson-page-data.ts'

export function Objectives({ objectives }: { objectives: Objective[] }) {
  return (
    <div className="mt-6">
      <h2 className="m-0 font-text text-base font-semibold tracking-normal">You will be able to</h2>
      <ul className="mt-1 list-[square] pl-5 marker:text-area">
        {objectives.map(({ id, text }) => (
          <li key={id} className="mt-1">
            <InlineText text={text} />
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Prerequisites({ needs }: { needs: LessonLink[] }) {
  if (needs.length === 0) return null
  return (
    <p className="mt-4 text-sm text-ink-soft">
      Builds on{' '}
      {needs.map(({ id, title, address }, index) => (
        <span key={id}>
          {index > 0 && (index === needs.length - 1 ? ' and ' : ', ')}
          <PageLink to={address}>{title}</PageLink>
        </span>
      ))}
      .
    </p>
  )
}

/** Mistakes in the original note that this lesson is based on. */
export function Corrections({ corrections }: { corrections: Correction[] }) {
  if (corrections.length === 0) return null
  return (
    <section className="border-t border-rule pt-4">
      <h2 className="m-0 font-text text-base font-semibold tracking-normal">Corrected here</h2>
      {corrections.map(({ said, right }) => (
        <div key={said} className="mt-3 text-sm">
          <p className="m-0 text-ink-soft">
            <span className="caption">The note said </span>
            <q>{said}</q>
          </p>
          <p className="mt-1">
            <span className="caption">In fact </span>
            <InlineText text={right} />
          </p>
        </div>
      ))}
    </section>
  )
}

export function Sources({ sources }: { sources: Source[] }) {
  return (
    <section className="border-t border-rule pt-4 text-sm">
      <h2 className="m-0 font-text text-base font-semibold tracking-normal">Sources</h2>
      <ol className="mt-2">
        {sources.map(({ title, url, checked }) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {title}
            </a>{' '}
            <span className="caption whitespace-nowrap text-ink-soft">accessed {checked}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Each tag links to a search for it. */
export function Tags({ tags }: { tags: string[] }) {
  return (
    <ul aria-label="Tags" className="no-print mb-0 flex list-none flex-wrap gap-2 p-0">
      {tags.map((tag) => (
        <li key={tag} className="m-0">
          <PageLink
            to={paths.search(tag)}
            className="caption inline-block rounded-sm border border-rule px-2 py-1 text-ink-soft no-underline hover:border-ink hover:text-ink"
          >
            {tag}
          </PageLink>
        </li>
      ))}
    </ul>
  )
}
