import { catalog } from '#content/catalog.server.ts'
import { loadItems } from '#content/lesson-chunks.ts'
import { paths } from '#domain/paths.ts'
import { QuizLinkPage } from '#features/quiz-link/quiz-link-page.tsx'
import { lessonChunksOf } from '../page-data.server.ts'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/quiz-link.ts'

export function loader() {
  return {
    topics: catalog.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      address: paths.lesson(lesson),
      quiz: lessonChunksOf(lesson.id).quiz,
    })),
  }
}

export function meta() {
  const description = 'A Docker quiz someone made for you opens here.'
  return pageMeta({ title: 'Quiz link', description, address: paths.quizLinkPage(), isIndexed: false })
}

export default function QuizLinkRoute({ loaderData }: Route.ComponentProps) {
  return <QuizLinkPage topics={loaderData.topics} loadItems={loadItems} />
}
