import { Activity, type ComponentProps, lazy, memo } from 'react'
import { catalogue } from '#content/catalogue.server.ts'
import { neighbours } from '#domain/catalogue/catalogue.ts'
import { LessonPage } from '#features/lesson/lesson-page.tsx'
import { patiently, useTrouble } from '#store/arrivals.ts'
import { Island } from '#ui/island.tsx'
import { NotArrived } from '#ui/not-arrived.tsx'
import { BehindBoundary } from '../behind-boundary.tsx'
import { pagePart } from '../layout/page-part.ts'
import {
  isAskedAhead,
  keptLesson,
  type LoadedLesson,
  useLastBefore,
  useLessonAhead,
} from '../lesson-views.ts'
import { contentRef, labEntries, lessonLink } from '../loading.server.ts'
import { mdxComponents } from '../mdx-components.tsx'
import { pageMeta } from '../page-meta.ts'
import { paths } from '../paths.ts'
import { useShownAtClick } from '../shown-at-click.ts'
import type { Route } from './+types/lesson.ts'

export function loader({ params }: Route.LoaderArgs): LoadedLesson {
  const lesson = catalogue.lessons.find(({ area, slug }) => area === params.area && slug === params.topic)
  const area = catalogue.areas.find(({ slug }) => slug === params.area)
  if (!lesson || !area) throw new Response(null, { status: 404 })
  const { previous, next } = neighbours(catalogue, lesson.id)
  const needed = catalogue.lessons.filter(({ id }) => lesson.needs.includes(id))
  return {
    lesson,
    address: paths.lesson(lesson),
    content: contentRef(lesson.id),
    area: {
      number: area.number,
      title: area.title,
      address: paths.area(area.slug),
      quiz: paths.quiz(area.slug),
    },
    place: { index: area.lessons.indexOf(lesson.id) + 1, of: area.lessons.length },
    needs: needed.map(lessonLink),
    labs: labEntries([lesson.id]),
    ...(previous && { previous: lessonLink(previous) }),
    ...(next && { next: lessonLink(next) }),
  }
}

/**
 * In the browser the text's chunk is fetched beside the data, so that a click shows the whole lesson at once. What
 * was fetched is kept: a lesson does not change while its tab is open. One that is only asked for ahead may fail in
 * silence, where the router would show an error in place of the page that is being read.
 */
export function clientLoader({ params, request, serverLoader }: Route.ClientLoaderArgs) {
  const load = () => keptLesson(paths.lesson({ area: params.area, slug: params.topic }), serverLoader)
  if (isAskedAhead(request)) return load().catch(() => undefined)
  return patiently(pagePart, load, { signal: request.signal })
}

export function meta({ loaderData, location }: Route.MetaArgs) {
  if (!loaderData) return []
  const { lesson } = loaderData
  return pageMeta({ title: lesson.title, description: lesson.note, address: location.pathname })
}

export default function LessonRoute({ loaderData }: Route.ComponentProps) {
  return loaderData && <LessonAndNeighbours view={loaderData} />
}

/**
 * The lesson, and behind it the next one, rendered while the reader reads, and the last one, as it was left. React
 * renders what is hidden when nothing else is to be done, and runs no effects in it. The one in front comes first, so
 * that an anchor means a place in it.
 */
function LessonAndNeighbours({ view }: { view: LoadedLesson }) {
  const next = useLessonAhead(view.next)
  const last = useLastBefore(view)
  useShownAtClick(view.address)
  const behind = [next, last?.lesson.id === next?.lesson.id ? undefined : last].filter(
    (each) => each !== undefined,
  )
  return [view, ...behind].map((each) => (
    <Activity key={each.lesson.id} mode={each === view ? 'visible' : 'hidden'}>
      <BehindBoundary isBehind={each !== view}>
        <OneLesson view={each} />
      </BehindBoundary>
    </Activity>
  ))
}

/** Memoized: the router renders its routes anew at every step of a navigation, and a lesson is long. */
const OneLesson = memo(function OneLesson({ view }: { view: LoadedLesson }) {
  const lab = view.labs.map((entry) => <LabIsland key={entry.id} lab={entry} />)
  return <LessonPage view={view} components={mdxComponents} lab={lab} />
})

/** Its HTML is in the page; its code is fetched when the reader comes near, so that lessons weigh what they did. */
const LabCard = lazy(async () => {
  const { LabCard: Card } = await patiently('lab card', () => import('#features/lab/lab-card.tsx'))
  return { default: Card }
})

function LabIsland(props: ComponentProps<typeof LabCard>) {
  const trouble = useTrouble('lab card')
  return (
    <Island notice={<NotArrived what="The state of this lab" trouble={trouble} />}>
      <LabCard {...props} />
    </Island>
  )
}
