import { catalog, itemSummaries } from '#content/catalog.server.ts'
import { lessonsOf } from '#domain/catalog/catalog.ts'
import { lessonIdOf } from '#domain/ids.ts'
import { paths } from '#domain/paths.ts'
import { ProgressPage } from '#features/progress/progress-page.tsx'
import { toLabEntries } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/progress.ts'

function itemsOf(lesson: string) {
  return itemSummaries
    .filter(({ id }) => lessonIdOf(id) === lesson)
    .map(({ id, rev, objective }) => ({ id, rev, objective }))
}

export function loader() {
  return {
    labs: toLabEntries([...catalog.primers, ...catalog.lessons].map(({ id }) => id)),
    primers: catalog.primers.map(({ id, title, slug }) => ({
      id,
      title,
      address: paths.primer(slug),
      items: itemsOf(id),
    })),
    areas: catalog.areas.map((area) => ({
      number: area.number,
      id: area.id,
      title: area.title,
      address: paths.area(area.slug),
      quiz: paths.quiz(area.slug),
      lessons: lessonsOf(catalog, area).map((lesson) => ({
        id: lesson.id,
        title: lesson.title,
        address: paths.lesson(lesson),
        items: itemsOf(lesson.id),
      })),
    })),
  }
}

export function meta() {
  const description =
    'What you have learned, layer by layer. Back it up, restore it, move it to another device.'
  return pageMeta({ title: 'Progress', description, address: paths.progress(), isIndexed: false })
}

export default function ProgressRoute({ loaderData }: Route.ComponentProps) {
  return <ProgressPage data={loaderData} />
}
