import { Suspense, useEffect, useMemo, useRef } from 'react'
import type { Lesson } from '#domain/catalog/lesson.ts'
import { recordLessonOpened } from '#store/lessons.ts'
import { afterNextPaint } from '#ui/after-paint.ts'
import { PageLink } from '#ui/page-link.tsx'
import { Synopsis } from '#ui/synopsis.tsx'
import { DepthSection } from './depth-section.tsx'
import { IdleLayout } from './idle-layout.ts'
import { LazyLabCard } from './lazy-lab-card.tsx'
import { LessonContext } from './lesson-context.ts'
import { LessonEnd } from './lesson-end.tsx'
import type { LessonPageData } from './lesson-page-data.ts'
import { Corrections, Objectives, Prerequisites, Sources, Tags } from './lesson-sections.tsx'
import { LessonText, TextFromHtml, TextLoadFailure } from './lesson-text.tsx'
import { ManagerDepth } from './manager-depth.tsx'
import { ReplayDeferredEvents } from './replay-deferred-events.ts'
import { RevealAnchor } from './reveal-anchor.ts'
import { type ContentsEntry, TableOfContents } from './table-of-contents.tsx'

/** A lesson at three depths. */
export function LessonPage({ data }: { data: LessonPageData }) {
  const { lesson, area, chunks } = data
  const text = useMemo(() => ({ chunks, minutes: lesson.minutes }), [chunks, lesson.minutes])
  const contents = useMemo(() => contentsOf(lesson), [lesson])
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Stored after the first paint, because writing takes a moment.
    void afterNextPaint().then(() => recordLessonOpened(lesson.id))
  }, [lesson.id])
  // Rendered twice and shown once (styles/depth.css): managers read it first, and the focus order still matches what
  // they see.
  const managerDepth = (
    <DepthSection depth="manager" minutes={lesson.minutes.manager}>
      <ManagerDepth manager={lesson.manager} />
    </DepthSection>
  )
  return (
    <LessonContext value={text}>
      <article
        data-lesson-address={data.address}
        data-area={area.number}
        data-figure-depths={lesson.figureDepths?.join(' ')}
        className="lesson-grid"
      >
        <header className="max-w-measure">
          <p className="caption flex flex-wrap items-baseline gap-x-3 text-ink-soft">
            <PageLink to={area.address}>
              <span className="text-area">{String(area.number).padStart(2, '0')}</span> {area.title}
            </PageLink>
            <span>
              Topic {data.positionInArea.index} of {data.positionInArea.total}
            </span>
          </p>
          <h1 className="mt-2">{lesson.title}</h1>
          <div className="manager-first mt-6">{managerDepth}</div>
          <p className="mt-4 text-lg leading-relaxed">
            <Synopsis {...lesson} />
          </p>
          <Objectives objectives={lesson.objectives} />
          <Prerequisites needs={data.prerequisites} />
        </header>
        <TableOfContents entries={contents} className="lesson-contents no-print" />
        <TextLoadFailure chunks={chunks} />
        <div ref={body} className="prose lesson-body" data-text={chunks.id} data-code-pending="">
          <Suspense fallback={<TextFromHtml chunks={chunks} />}>
            <LessonText chunks={chunks} />
            <RevealAnchor />
            <IdleLayout body={body} />
            <ReplayDeferredEvents body={body} />
          </Suspense>
          {data.labs.map((lab) => (
            <LazyLabCard key={lab.id} lab={lab} />
          ))}
          {managerDepth}
          <Corrections corrections={lesson.corrects ?? []} />
          <Sources sources={lesson.sources} />
          <Tags tags={lesson.tags} />
        </div>
        <LessonEnd data={data} />
      </article>
    </LessonContext>
  )
}

const depthNames = { beginner: 'Start here', practitioner: 'Go deeper' }

function contentsOf({ headings }: Lesson): ContentsEntry[] {
  return headings.map(({ role, ...heading }) => ({ ...heading, ...(role && { group: depthNames[role] }) }))
}
