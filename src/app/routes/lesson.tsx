import { Activity, memo } from 'react'
import { catalog } from '#content/catalog.server.ts'
import { adjacentLessons } from '#domain/catalog/catalog.ts'
import { paths } from '#domain/paths.ts'
import { LessonPage } from '#features/lesson/lesson-page.tsx'
import type { LessonPageData } from '#features/lesson/lesson-page-data.ts'
import { loadWithRetry } from '#store/load-with-retry.ts'
import { pageLoadName } from '../navigation/fetch-page-data.ts'
import { HiddenLessonErrorBoundary } from '../navigation/hidden-lesson-error-boundary.tsx'
import { useInstantNavigation } from '../navigation/instant-navigation.ts'
import {
  isPrefetch,
  loadLessonOnce,
  usePrefetchedLesson,
  usePreviouslyShownLesson,
} from '../navigation/lesson-prefetch.ts'
import { lessonChunksOf, toLabEntries, toLessonLink } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/lesson.ts'

export function loader({ params }: Route.LoaderArgs): LessonPageData {
  const lesson = catalog.lessons.find(({ area, slug }) => area === params.area && slug === params.topic)
  const area = catalog.areas.find(({ slug }) => slug === params.area)
  if (!lesson || !area) throw new Response(null, { status: 404 })
  const { previous, next } = adjacentLessons(catalog, lesson.id)
  const prerequisites = catalog.lessons.filter(({ id }) => lesson.needs.includes(id))
  return {
    lesson,
    address: paths.lesson(lesson),
    chunks: lessonChunksOf(lesson.id),
    area: {
      number: area.number,
      title: area.title,
      address: paths.area(area.slug),
      quiz: paths.quiz(area.slug),
    },
    positionInArea: { index: area.lessons.indexOf(lesson.id) + 1, total: area.lessons.length },
    prerequisites: prerequisites.map(toLessonLink),
    labs: toLabEntries([lesson.id]),
    ...(previous && { previous: toLessonLink(previous) }),
    ...(next && { next: toLessonLink(next) }),
  }
}

/**
 * In the browser, the chunk with the text is loaded together with the data, so that a click shows the whole lesson at
 * once. Both are cached, because a lesson does not change while its tab is open. A failed prefetch is ignored;
 * otherwise the router would replace the current page with an error.
 */
export function clientLoader({ params, request, serverLoader }: Route.ClientLoaderArgs) {
  const load = () => loadLessonOnce(paths.lesson({ area: params.area, slug: params.topic }), serverLoader)
  if (isPrefetch(request)) return load().catch(() => undefined)
  return loadWithRetry(pageLoadName, load, { signal: request.signal })
}

export function meta({ loaderData, location }: Route.MetaArgs) {
  if (!loaderData) return []
  const { lesson } = loaderData
  return pageMeta({ title: lesson.title, description: lesson.note, address: location.pathname })
}

export default function LessonRoute({ loaderData }: Route.ComponentProps) {
  return loaderData && <LessonWithPrerenderedNeighbors data={loaderData} />
}

/**
 * The lesson, and hidden: the next one, prerendered, and the previous one, as it was left. React renders hidden content
 * when idle and runs no effects in it. The visible lesson comes first, so that a fragment refers to an element in it.
 */
function LessonWithPrerenderedNeighbors({ data }: { data: LessonPageData }) {
  const next = usePrefetchedLesson(data.next)
  const previouslyShown = usePreviouslyShownLesson(data)
  useInstantNavigation(data.address)
  const hiddenLessons = [
    next,
    previouslyShown?.lesson.id === next?.lesson.id ? undefined : previouslyShown,
  ].filter((each) => each !== undefined)
  return [data, ...hiddenLessons].map((each) => (
    <Activity key={each.lesson.id} mode={each === data ? 'visible' : 'hidden'}>
      <HiddenLessonErrorBoundary isHidden={each !== data}>
        <MemoizedLesson data={each} />
      </HiddenLessonErrorBoundary>
    </Activity>
  ))
}

/** Memoized, because the router rerenders its routes at every step of a navigation, and a lesson is long. */
const MemoizedLesson = memo(function MemoizedLesson({ data }: { data: LessonPageData }) {
  return <LessonPage data={data} />
})
