import { catalog } from '#content/catalog.server.ts'
import { paths } from '#domain/paths.ts'
import { PracticePage } from '#features/quiz/practice/practice-page.tsx'
import { practiceTopics } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/quiz.ts'

export function loader() {
  return {
    title: 'Mixed quiz',
    groups: catalog.areas.map((area) => ({ title: area.title, topics: practiceTopics(area) })),
  }
}

export function meta() {
  const description = 'A quiz over the Docker topics you choose, with an explanation for every option.'
  return pageMeta({ title: 'Mixed quiz', description, address: paths.quiz() })
}

export default function QuizRoute({ loaderData }: Route.ComponentProps) {
  return <PracticePage data={loaderData} />
}
