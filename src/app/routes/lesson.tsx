import { type ComponentProps, lazy, useMemo } from 'react'
import { loadBody } from '#content/body.ts'
import { catalogue } from '#content/catalogue.server.ts'
import { neighbours } from '#domain/catalogue/catalogue.ts'
import { LessonPage } from '#features/lesson/lesson-page.tsx'
import { Island } from '#ui/island.tsx'
import { contentRef, labEntries, lessonLink } from '../loading.server.ts'
import { mdxComponents } from '../mdx-components.tsx'
import { pageMeta } from '../page-meta.ts'
import { paths } from '../paths.ts'
import type { Route } from './+types/lesson.ts'

export function loader({ params }: Route.LoaderArgs) {
  const lesson = catalogue.lessons.find(({ area, slug }) => area === params.area && slug === params.topic)
  const area = catalogue.areas.find(({ slug }) => slug === params.area)
  if (!lesson || !area) throw new Response(null, { status: 404 })
  const { previous, next } = neighbours(catalogue, lesson.id)
  const needed = catalogue.lessons.filter(({ id }) => lesson.needs.includes(id))
  return {
    lesson,
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
    ...(next && { next: { ...lessonLink(next), content: contentRef(next.id) } }),
  }
}

/** In the browser the text's chunk is fetched beside the data, so that a click shows the whole lesson at once. */
export async function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  const view = await serverLoader()
  await loadBody(view.content)
  return view
}

export function meta({ loaderData, location }: Route.MetaArgs) {
  if (!loaderData) return []
  const { lesson } = loaderData
  return pageMeta({ title: lesson.title, description: lesson.note, address: location.pathname })
}

export default function LessonRoute({ loaderData }: Route.ComponentProps) {
  const { labs } = loaderData
  // The page is memoized: what it is given must stay the same.
  const lab = useMemo(() => labs.map((entry) => <LabIsland key={entry.id} lab={entry} />), [labs])
  return <LessonPage key={loaderData.lesson.id} view={loaderData} components={mdxComponents} lab={lab} />
}

/** Its HTML is in the page; its code is fetched when the reader comes near, so that lessons weigh what they did. */
const LabCard = lazy(async () => ({ default: (await import('#features/lab/lab-card.tsx')).LabCard }))

function LabIsland(props: ComponentProps<typeof LabCard>) {
  return (
    <Island>
      <LabCard {...props} />
    </Island>
  )
}
