import { catalog } from '#content/catalog.server.ts'
import { lessonsOf } from '#domain/catalog/catalog.ts'
import { paths } from '#domain/paths.ts'
import { HomePage } from '#features/home/home-page.tsx'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/home.ts'

export function loader() {
  return {
    areas: catalog.areas.map((area) => ({
      number: area.number,
      title: area.title,
      promise: area.promise,
      address: paths.area(area.slug),
      topics: lessonsOf(catalog, area).map((lesson) => ({
        id: lesson.id,
        title: lesson.title,
        address: paths.lesson(lesson),
        minutes: lesson.minutes.beginner + lesson.minutes.practitioner,
        words: lesson.words,
      })),
    })),
    primers: catalog.primers.map(({ id, title, note, minutes, slug }) => ({
      id,
      title,
      note,
      minutes,
      address: paths.primer(slug),
    })),
  }
}

export function meta() {
  const description =
    'An interactive Docker course: nine areas, 32 topics, three depths, quizzes with a reason for every answer. No account, works offline.'
  return pageMeta({ title: 'Docker Mastery', description, address: paths.home() })
}

export default function HomeRoute({ loaderData }: Route.ComponentProps) {
  return <HomePage {...loaderData} />
}
