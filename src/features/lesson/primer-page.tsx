import { Suspense, useRef } from 'react'
import type { LessonChunks } from '#content/lesson-chunks.ts'
import type { Primer } from '#domain/catalog/catalog.ts'
import { paths } from '#domain/paths.ts'
import { PageLink } from '#ui/page-link.tsx'
import { Panel } from '#ui/panel.tsx'
import type { LabEntry } from '../lab/lab-page-data.ts'
import { IdleLayout } from './idle-layout.ts'
import { LazyLabCard } from './lazy-lab-card.tsx'
import { LessonContext } from './lesson-context.ts'
import { Objectives, Sources } from './lesson-sections.tsx'
import { LessonText, TextFromHtml, TextLoadFailure } from './lesson-text.tsx'
import { ReplayDeferredEvents } from './replay-deferred-events.ts'
import { RevealAnchor } from './reveal-anchor.ts'
import { TableOfContents } from './table-of-contents.tsx'

/** A primer, with a self-check that tells readers whether they can skip it. */
export function PrimerPage({
  primer,
  chunks,
  labs,
  others,
}: {
  primer: Primer
  chunks: LessonChunks
  labs: LabEntry[]
  others: { title: string; address: string }[]
}) {
  const body = useRef<HTMLDivElement>(null)
  return (
    <LessonContext value={{ chunks, minutes: {} }}>
      <article className="lesson-grid">
        <header className="max-w-measure">
          <p className="caption text-ink-soft">
            <PageLink to={paths.home()}>All topics</PageLink> · Before you start · {primer.minutes} min
          </p>
          <h1 className="mt-2">{primer.title}</h1>
          <p className="mt-4 text-lg leading-relaxed">{primer.note}</p>
          <Objectives objectives={primer.objectives} />
          <Panel tone="accent" className="mt-6">
            <p>{primer.skip}</p>
          </Panel>
        </header>
        <TableOfContents entries={primer.headings} className="lesson-contents no-print" />
        <TextLoadFailure chunks={chunks} />
        <div ref={body} className="prose lesson-body" data-code-pending="">
          <div data-text={chunks.id} className="stack-spacing [&>h2]:mt-[1.6em] [&>h2+*]:mt-[0.5em]">
            <Suspense fallback={<TextFromHtml chunks={chunks} />}>
              <LessonText chunks={chunks} />
              <RevealAnchor />
              <IdleLayout body={body} />
              <ReplayDeferredEvents body={body} />
            </Suspense>
          </div>
          {labs.map((lab) => (
            <LazyLabCard key={lab.id} lab={lab} />
          ))}
          <Sources sources={primer.sources} />
          <p>
            Next: <PageLink to={paths.home()}>all topics</PageLink>
            {others.map(({ title, address }) => (
              <span key={address}>
                , or <PageLink to={address}>{title}</PageLink>
              </span>
            ))}
            .
          </p>
        </div>
      </article>
    </LessonContext>
  )
}
