import { catalog } from '#content/catalog.server.ts'
import { lessonsOf } from '#domain/catalog/catalog.ts'
import { paths } from '#domain/paths.ts'
import { AreaPage } from '#features/area/area-page.tsx'
import { areaByAddress, toLabEntries } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/area.ts'

export function loader({ params }: Route.LoaderArgs) {
  const area = areaByAddress(params.area)
  const { number, title, promise, summary, slug } = area
  const previous = catalog.areas[number - 2]
  const next = catalog.areas[number]
  return {
    number,
    title,
    promise,
    summary,
    quiz: paths.quiz(slug),
    brief: paths.brief(slug),
    labs: toLabEntries(area.lessons),
    topics: lessonsOf(catalog, area).map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      note: lesson.note,
      plainNote: lesson.plainNote,
      address: paths.lesson(lesson),
      minutes: lesson.minutes,
      objectives: lesson.objectives,
      decision: lesson.manager.decision,
      items: lesson.items,
    })),
    ...(previous && { previous: { title: previous.title, address: paths.area(previous.slug) } }),
    ...(next && { next: { title: next.title, address: paths.area(next.slug) } }),
  }
}

export function meta({ loaderData, location }: Route.MetaArgs) {
  if (!loaderData) return []
  return pageMeta({ title: loaderData.title, description: loaderData.promise, address: location.pathname })
}

export default function AreaRoute({ loaderData }: Route.ComponentProps) {
  return <AreaPage data={loaderData} />
}
